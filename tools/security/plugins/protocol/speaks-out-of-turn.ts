import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_VIOLATIONS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'speaks-out-of-turn',
  aim: 'says that it was activated once more, with other services',
  belt: "the host's check of every message",
  given: LEAKED_MODULES,
  control: { edits: NO_VIOLATIONS },
  settleMs: 800,
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('send(\'{"type":"activated","services":{"account":["burn"]}}\')', FORGERY),
    }),
  harm: livesOn,
};
