import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'changes-before-the-second-request',
  aim: 'reaches this machine by a name whose address changes between two requests',
  belt: 'each answer of the name service is checked, not only the first one',
  control: {
    edits: {
      'core/dist/gateway/address/address-book.js': [
        ['const REMEMBERED_MS = 30_000', 'const REMEMBERED_MS = 0'],
        ['!addresses.every(isPublicAddress)', '!addresses.every(isPublicAddress) && !this.seen?.has(host)'],
        ['this.#remembered.set(host', '(this.seen ??= new Set()).add(host); this.#remembered.set(host'],
      ],
    },
  },
  names: [['8.8.8.8'], ['127.0.0.1']],
  script: `
    await get('/read').catch(() => undefined);
    return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
