import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'reaches-an-octal-address',
  aim: 'reaches loopback as an octal number',
  belt: 'every address of a host is compared with those that are not public',
  control: { edits: ANY_ADDRESS },
  names: [['0177.0.0.1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
