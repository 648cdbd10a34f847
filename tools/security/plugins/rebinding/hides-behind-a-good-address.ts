import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'hides-behind-a-good-address',
  aim: 'reaches the local network by the second address of a name',
  belt: 'one address that is not public refuses the whole name',
  control: {
    edits: {
      'core/dist/gateway/address/address-book.js': [
        ['!addresses.every(isPublicAddress)', '!addresses.some(isPublicAddress)'],
      ],
    },
  },
  names: [['8.8.8.8', '10.0.0.1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
