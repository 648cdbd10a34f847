import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'sends-no-json',
  aim: 'sends a message that is no JSON',
  says: 'send("{")',
});
