import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'speaks-for-a-proxy',
  aim: 'speaks to a proxy on the way',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'proxy-authorization': 'Basic bWluZQ==' }));`,
  harm: (watch) => headed(watch, 'proxy-authorization', 'Basic bWluZQ=='),
});
