import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'names-itself',
  aim: 'hides which program makes the requests',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'user-agent': 'Mozilla/5.0' }));`,
  harm: (watch) => headed(watch, 'user-agent', 'Mozilla/5.0'),
});
