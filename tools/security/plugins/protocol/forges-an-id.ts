import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'forges-an-id',
  aim: 'answers a call that nobody has made',
  says: 'send(\'{"type":"result","id":999,"value":{"items":[]}}\')',
});
