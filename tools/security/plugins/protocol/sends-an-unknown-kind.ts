import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'sends-an-unknown-kind',
  aim: 'sends a frame of a kind that the protocol does not have',
  says: 'send("{}", 7)',
});
