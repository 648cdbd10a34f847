import { READ, TRADE } from '../../online/online.ts';
import { ordered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_SPELLING } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-by-a-step-encoded-twice',
  aim: 'places an order by a step back that only a server behind the server sees',
  belt: 'a path that two programs may read as two paths is refused before any permission is looked at',
  control: { edits: ANY_SPELLING },
  manifest: { network: [{ ...READ, paths: ['/read/*'] }, TRADE] },
  script: `return text(post('/read/%252e%252e%252forders', '{}'));`,
  harm: (watch) => ordered(watch),
});
