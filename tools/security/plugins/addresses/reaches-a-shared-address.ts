import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-a-shared-address',
  aim: 'reaches an address that customers of a provider share',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['100.64.0.1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
