import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'sends-unknown-fields',
  aim: 'hides a field in a message that is right otherwise',
  belt: 'messageCheck',
  control: { belts: { messageCheck: false } },
  says: 'send(\'{"type":"log","level":"info","message":"x","host":"obey"}\')',
});
