import { READ, TRADE } from '../../online/online.ts';
import { ordered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_SPELLING, NO_TRADE_CHECK } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-in-escaped-letters',
  aim: 'places an order at a server that decodes a path before it looks',
  belt: 'what may be meant by a trading permission is trading, in whatever letters',
  given: { edits: ANY_SPELLING },
  control: { edits: NO_TRADE_CHECK },
  manifest: { network: [{ ...READ, paths: ['/**'] }, TRADE] },
  script: `return text(post('/%6frders', '{}'));`,
  harm: (watch) => ordered(watch),
});
