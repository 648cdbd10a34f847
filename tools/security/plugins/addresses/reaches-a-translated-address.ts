import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-translated-address',
  aim: 'reaches a private address through NAT64',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['64:ff9b::a00:1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
