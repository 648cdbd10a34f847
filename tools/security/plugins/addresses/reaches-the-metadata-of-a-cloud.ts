import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-the-metadata-of-a-cloud',
  aim: 'reaches the metadata service of a cloud',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['169.254.169.254']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
