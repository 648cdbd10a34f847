import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-the-unspecified-address',
  aim: 'reaches this machine as 0.0.0.0',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['0.0.0.0']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
