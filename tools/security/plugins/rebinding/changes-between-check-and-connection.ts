import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'changes-between-check-and-connection',
  aim: 'reaches this machine by a name whose address changes after it was checked',
  belt: 'what was checked is what is connected to',
  control: {
    edits: {
      'core/dist/gateway/address/address-book.js': [
        ['const checked = addresses.slice(0, MAX_ADDRESSES)', 'const checked = await this.#ask(host)'],
      ],
    },
  },
  names: [['8.8.8.8'], ['127.0.0.1']],
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
