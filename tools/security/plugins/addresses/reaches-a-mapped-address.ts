import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-mapped-address',
  aim: 'reaches a private address in the clothes of IPv6',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['::ffff:10.0.0.1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
