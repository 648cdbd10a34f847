import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'says-that-a-body-is-compressed',
  aim: 'hides what a body says from the host',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'content-encoding': 'gzip' }));`,
  harm: (watch) => headed(watch, 'content-encoding', 'gzip'),
});
