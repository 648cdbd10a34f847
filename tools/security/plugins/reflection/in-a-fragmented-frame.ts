import { SOCKET } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-a-fragmented-frame',
  aim: 'reads the key of the user in a frame that comes in pieces',
  belt: 'a frame is searched when it is whole',
  control: { edits: NO_SEARCH },
  manifest: { network: [SOCKET] },
  socket: (socket) =>
    void socket.on('message', (data) => {
      const text = String(data);
      for (const letter of text) socket.send(letter, { fin: false });
      socket.send('', { fin: true });
      socket.close();
    }),
  script: `
    const socket = await opened();
    const heard = said(socket);
    socket.send('{"action":"authenticate"}');
    return (await heard).map((each) => typeof each === 'string' ? each : new TextDecoder().decode(each)).join(' ');`,
  harm: (watch) => leaks(watch),
});
