import { SOCKET } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-a-frame',
  aim: 'reads the key of the user in a frame that repeats it',
  belt: 'every frame is searched for every secret of the connection',
  control: { edits: NO_SEARCH },
  manifest: { network: [SOCKET] },
  socket: (socket) =>
    void socket.on('message', (data) => {
      socket.send(`you sent ${String(data)}`);
      socket.close();
    }),
  script: `
    const socket = await opened();
    const heard = said(socket);
    socket.send('{"action":"authenticate"}');
    return (await heard).map((each) => typeof each === 'string' ? each : new TextDecoder().decode(each)).join(' ');`,
  harm: (watch) => leaks(watch),
});
