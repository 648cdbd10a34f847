import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-unique-local-address',
  aim: 'reaches a private address of IPv6',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['fd00:ec2::254']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
