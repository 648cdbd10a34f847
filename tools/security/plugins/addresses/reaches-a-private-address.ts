import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-private-address',
  aim: 'reaches a router at home',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['192.168.1.1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
