import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'streams-unasked',
  aim: 'sends items of a stream where one answer was asked for',
  says: 'send(\'{"type":"item","id":1,"value":{}}\')',
});
