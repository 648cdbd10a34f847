import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'credits-itself',
  aim: 'asks for input of a call that has none',
  says: 'send(\'{"type":"contentCredit","id":1,"count":4000000}\')',
});
