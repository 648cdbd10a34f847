import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'nests-deep',
  aim: 'sends a message that is nested so deep that whoever walks through it runs out of stack',
  belt: 'messageCheck',
  given: LEAKED_MODULES,
  control: { belts: { messageCheck: false } },
  settleMs: 800,
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        'send(\'{"type":"log","level":"info","message":"x","fields":{"a":\' + "[".repeat(5000) + "]".repeat(5000) + "}}")',
        FORGERY,
      ),
    }),
  harm: livesOn,
};
