import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_ADDRESS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'has-no-address-at-first',
  aim: 'reaches this machine by a name that is found at the second try only',
  belt: 'each answer of the name service is checked, not only the first one',
  control: { edits: ANY_ADDRESS },
  names: [[], ['127.0.0.1']],
  script: `
    await get('/read').catch(() => undefined);
    return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
