import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'writes-an-authorization',
  aim: 'logs in with what it brought along',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'authorization': 'Bearer mine' }));`,
  harm: (watch) => headed(watch, 'authorization', 'Bearer mine'),
});
