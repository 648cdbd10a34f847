import { messageAttack } from '../../channel/message-attack.ts';

export const attack = messageAttack({
  name: 'nests-deep',
  aim: 'sends a message that is nested so deep that whoever walks through it runs out of stack',
  belt: 'messageCheck',
  control: { belts: { messageCheck: false } },
  says: 'send(\'{"type":"log","level":"info","message":"x","fields":{"a":\' + "[".repeat(5000) + "]".repeat(5000) + "}}")',
});
