import { READ, SOCKET } from '../../online/online.ts';
import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'changes-before-a-socket',
  aim: 'reaches this machine by a name whose address changes before a WebSocket',
  belt: 'sockets go where checked addresses lead, as requests do',
  control: {
    edits: {
      'core/dist/gateway/address/address-book.js': [
        ['const REMEMBERED_MS = 30_000', 'const REMEMBERED_MS = 0'],
        ['!addresses.every(isPublicAddress)', 'false'],
      ],
    },
  },
  manifest: { network: [READ, SOCKET] },
  names: [['8.8.8.8'], ['127.0.0.1']],
  script: `
    await get('/read').catch(() => undefined);
    await opened();`,
  harm: (watch) => reachedInside(watch),
});
