import { READ, TRADE } from '../../online/online.ts';
import { ordered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_TRADE_CHECK, PARAMETERS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-behind-a-semicolon',
  aim: 'places an order at a server that cuts parameters off',
  belt: 'what may be meant by a trading permission is trading, in whatever letters',
  given: { edits: PARAMETERS },
  control: { edits: NO_TRADE_CHECK },
  manifest: { network: [{ ...READ, paths: ['/**'] }, TRADE] },
  script: `return text(post('/orders;a=b', '{}'));`,
  harm: (watch) => ordered(watch),
});
