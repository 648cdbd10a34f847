import { SOCKET } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-the-reason-of-a-closing',
  aim: 'reads the key of the user in the reason that a socket is closed with',
  belt: 'the reason of a closing is searched too',
  control: {
    edits: {
      'core/dist/gateway/socket/gateway-socket.js': [
        ['this.#search().blankText(reason.toString())', 'reason.toString()'],
      ],
    },
  },
  manifest: { network: [SOCKET] },
  socket: (socket) => void socket.on('message', (data) => socket.close(3000, String(data).slice(-60))),
  script: `
    const socket = await opened();
    const heard = said(socket);
    socket.send('{"action":"authenticate"}');
    return (await heard).map((each) => typeof each === 'string' ? each : new TextDecoder().decode(each)).join(' ');`,
  harm: (watch) => leaks(watch),
});
