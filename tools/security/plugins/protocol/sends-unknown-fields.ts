import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sends-unknown-fields',
  aim: 'hides a field in a message that is right otherwise',
  belt: 'messageCheck',
  given: LEAKED_MODULES,
  control: { belts: { messageCheck: false } },
  settleMs: 800,
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('send(\'{"type":"log","level":"info","message":"x","host":"obey"}\')', FORGERY),
    }),
  harm: livesOn,
};
