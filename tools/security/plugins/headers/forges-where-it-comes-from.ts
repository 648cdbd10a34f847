import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'forges-where-it-comes-from',
  aim: 'is taken for a program of the institution',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'x-forwarded-for': '127.0.0.1' }));`,
  harm: (watch) => headed(watch, 'x-forwarded-for', '127.0.0.1'),
});
