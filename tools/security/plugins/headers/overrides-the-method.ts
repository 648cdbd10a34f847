import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'overrides-the-method',
  aim: 'has a reading request carried out as another method',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'x-http-method-override': 'DELETE' }));`,
  harm: (watch) => headed(watch, 'x-http-method-override', 'DELETE'),
});
