import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'answers-no-ping',
  aim: 'answers pings that nobody sent, to look alive later',
  says: 'send(\'{"type":"pong"}\')',
});
