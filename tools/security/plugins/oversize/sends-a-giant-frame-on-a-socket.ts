import { tookIn } from '../../online/harms.ts';
import { SOCKET } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'sends-a-giant-frame-on-a-socket',
  aim: 'fills the host with one frame',
  belt: 'a frame has at most 1 MiB',
  control: {
    edits: {
      'core/dist/gateway/socket/gateway-socket.js': [
        ['export const MAX_FRAME = 1_048_576', 'export const MAX_FRAME = 2 ** 30'],
      ],
    },
  },
  manifest: { network: [SOCKET] },
  socket: (socket) => {
    socket.send('x'.repeat(2_000_000));
    socket.close();
  },
  script: `
    const socket = await opened();
    const [first] = await said(socket);
    return String(first).slice(0, 10);`,
  harm: (watch) => tookIn(watch, 1_500_000),
});
