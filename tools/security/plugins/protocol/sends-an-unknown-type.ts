import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sends-an-unknown-type',
  aim: 'sends a message of a type that the protocol does not have',
  belt: 'messageCheck',
  given: LEAKED_MODULES,
  control: {
    belts: { messageCheck: false },
    edits: {
      'core/dist/cell/host/session.js': [['return this.#gateway.handle(message);', 'return;']],
    },
  },
  settleMs: 800,
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptDoing('send(\'{"type":"obey"}\')', FORGERY) }),
  harm: livesOn,
};
