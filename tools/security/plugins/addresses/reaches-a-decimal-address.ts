import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-decimal-address',
  aim: 'reaches loopback as one number',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['2130706433']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
