import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'speaks-out-of-turn',
  aim: 'says that it was activated once more, with other services',
  says: 'send(\'{"type":"activated","services":{"account":["burn"]}}\')',
});
