import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'asks-the-gateway',
  aim: 'asks for something that its contract does not have',
  says: 'send(\'{"type":"request","id":1}\')',
});
