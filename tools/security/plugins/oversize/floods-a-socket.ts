import { SOCKET } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';

const FRAME = 'x'.repeat(500_000);

export const attack = onlineAttack({
  name: 'floods-a-socket',
  aim: 'fills the host with frames that the plugin does not read',
  belt: 'a socket is read no faster than the plugin reads it',
  control: { edits: { 'core/dist/gateway/socket/inbox.js': [['this.#flow.pause()', 'void 0']] } },
  limits: { callMs: 6_000 },
  manifest: { network: [SOCKET] },
  socket: (socket) => {
    const go = (): void => {
      if (socket.readyState === socket.OPEN && socket.bufferedAmount < 8_000_000) socket.send(FRAME);
      if (socket.readyState === socket.OPEN) setImmediate(go);
    };
    go();
  },
  script: `
    const socket = await opened();
    socket.onmessage = () => { for (let n = 0; n < 300_000_000; n += 1); };
    while (true) await pause(1_000);`,
  harm: ({ hostGrowth }) => (hostGrowth > 180_000_000 ? `the host grew by ${hostGrowth} bytes` : undefined),
});
