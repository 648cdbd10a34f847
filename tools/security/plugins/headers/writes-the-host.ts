import { headed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_HEADER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'writes-the-host',
  aim: 'has a request taken for another host at the same server',
  belt: 'what says how a request is sent, who sends it and what it means is written by the host alone',
  control: { edits: ANY_HEADER },
  script: `return text(post('/read', '{}', 'application/json', { 'host': 'other.bank.example' }));`,
  harm: (watch) => headed(watch, 'host', 'other.bank.example'),
});
