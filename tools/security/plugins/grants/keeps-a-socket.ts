import { setTimeout as wait } from 'node:timers/promises';
import { SOCKET } from '../../online/online.ts';
import { framed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'keeps-a-socket',
  aim: 'sends frames by a permission that was taken back while the socket was open',
  belt: 'what is granted is looked at before each frame',
  control: {
    edits: {
      'core/dist/manager/connections/connection-network.js': [
        ['this.#look();\n                return socket.send(message);', 'return socket.send(message);'],
      ],
    },
  },
  manifest: { network: [SOCKET] },
  act: async (host) => {
    const call = host.strike();
    call.catch(() => undefined);
    await wait(450);
    await host.reopen().revoke();
    return call;
  },
  script: `
    const socket = await opened();
    await pause(700);
    socket.send('{"action":"subscribe","after":true}');
    await pause(300);`,
  harm: (watch) => framed(watch, 'a frame after all', (frame) => frame.includes('after')),
});
