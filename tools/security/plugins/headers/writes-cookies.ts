import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'writes-cookies',
  aim: 'rides on a session that it brought along',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'cookie': 'session=mine' }));`,
  harm: (watch) => headed(watch, 'cookie', 'session=mine'),
});
