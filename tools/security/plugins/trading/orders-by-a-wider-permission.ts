import { READ, TRADE } from '../../online/online.ts';
import { ordered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_TRADE_CHECK } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-by-a-wider-permission',
  aim: 'places an order by a permission to read whatever there is',
  belt: 'what may be meant by a trading permission is trading, in whatever letters',
  control: { edits: NO_TRADE_CHECK },
  manifest: { network: [{ ...READ, paths: ['/**'] }, TRADE] },
  script: `return text(post('/orders', '{}'));`,
  harm: (watch) => ordered(watch),
});
