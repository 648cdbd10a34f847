import type { WebSocket } from 'ws';
import { framed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { SOCKET } from '../../online/online.ts';
import type { Scene } from '../../scene/scene.ts';

/** The socket of a scene, once a frame has come by it. */
const sockets = new WeakMap<Scene, PromiseWithResolvers<WebSocket>>();

function socketOf(scene: Scene): PromiseWithResolvers<WebSocket> {
  const known = sockets.get(scene) ?? Promise.withResolvers<WebSocket>();
  sockets.set(scene, known);
  return known;
}

export const attack = onlineAttack({
  name: 'keeps-a-socket',
  aim: 'sends frames by a permission that was taken back while the socket was open',
  belt: 'what is granted is looked at before each frame',
  control: {
    edits: {
      'core/dist/manager/connections/connection-network.js': [
        ['this.#look();\n                return socket.send(message);', 'return socket.send(message);'],
        ['setInterval(() => this.#lookAgain(), LOOK_MS)', 'setInterval(() => undefined, LOOK_MS)'],
      ],
    },
  },
  manifest: { network: [SOCKET] },
  socket: (socket, scene) =>
    void socket.on('message', (frame) => {
      if (String(frame).includes('after')) socket.send('heard');
      else socketOf(scene).resolve(socket);
    }),
  answer: ({ url }, response, scene) =>
    void socketOf(scene).promise.then((socket) => {
      if (url === '/revoked') socket.send('go on');
      response.end();
    }),
  act: async (host) => {
    const call = host.strike();
    call.catch(() => undefined);
    const tell = (path: string) => fetch(`http://127.0.0.1:${host.scene.ports.bank}${path}`);
    await tell('/opened');
    await host.reopen().revoke();
    await tell('/revoked');
    return call;
  },
  script: `
    const socket = await opened();
    const told = () => new Promise((resolve) => { socket.onmessage = socket.onclose = resolve; });
    const first = told();
    socket.send('{"action":"subscribe"}');
    await first;
    const last = told();
    socket.send('{"action":"subscribe","after":true}');
    await last;`,
  harm: (watch) => framed(watch, 'a frame after all', (frame) => frame.includes('after')),
});
