import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sends-half-a-frame',
  aim: 'begins a message and never ends it, so that all that it says later is swallowed and its caller waits for ever',
  belt: 'deadlines',
  given: LEAKED_MODULES,
  control: { belts: { deadlines: false } },
  limits: { callMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptDoing("send('{', 0, 5_000_000)", FORGERY) }),
  harm: (watch) => stillOpenAfter(watch, 3_000),
};
