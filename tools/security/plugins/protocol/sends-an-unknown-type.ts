import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'sends-an-unknown-type',
  aim: 'sends a message of a type that the protocol does not have',
  belt: 'messageCheck',
  control: {
    belts: { messageCheck: false },
    edits: {
      'core/dist/cell/host/session.js': [['return this.#gateway.handle(message);', 'return;']],
    },
  },
  says: 'send(\'{"type":"obey"}\')',
});
