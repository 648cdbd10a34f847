import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'answers-twice',
  aim: 'answers one call twice, with other words the second time',
  says: 'send(\'{"type":"result","id":1,"value":{"items":[]}}\')',
});
