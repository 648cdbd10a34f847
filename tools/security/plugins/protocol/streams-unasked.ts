import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_VIOLATIONS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'streams-unasked',
  aim: 'sends items of a stream where one answer was asked for',
  belt: "the host's check of every message",
  given: LEAKED_MODULES,
  control: { edits: NO_VIOLATIONS },
  settleMs: 800,
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('send(\'{"type":"item","id":1,"value":{}}\')', FORGERY),
    }),
  harm: livesOn,
};
