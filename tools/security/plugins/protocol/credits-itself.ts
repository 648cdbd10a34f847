import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_VIOLATIONS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'credits-itself',
  aim: 'asks for input of a call that has none',
  belt: "the host's check of every message",
  given: LEAKED_MODULES,
  control: { edits: NO_VIOLATIONS },
  settleMs: 800,
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('send(\'{"type":"contentCredit","id":1,"count":4000000}\')', FORGERY),
    }),
  harm: livesOn,
};
