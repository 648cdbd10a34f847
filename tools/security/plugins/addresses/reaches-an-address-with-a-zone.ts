import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-an-address-with-a-zone',
  aim: 'reaches a neighbour in the local network by its zone',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['fe80::1%lo']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
