import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'overrides-the-path-with-underscores',
  aim: 'has a reading request carried out for another path by a header that some servers read the same',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'x_original_url': '/orders' }));`,
  harm: (watch) => headed(watch, 'x_original_url', '/orders'),
});
