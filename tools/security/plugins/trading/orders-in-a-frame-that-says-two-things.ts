import { ORDERS_BY_FRAME } from '../../online/online.ts';
import { framed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { FIRST_MEMBER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-in-a-frame-that-says-two-things',
  aim: 'places an order by a frame that is read in two ways',
  belt: 'a frame counts as what it can only be read as',
  control: { edits: FIRST_MEMBER },
  manifest: ORDERS_BY_FRAME,
  script: `
    const socket = await opened();
    socket.send('{"action":"subscribe","action":"order"}');
    await pause(300);`,
  harm: (watch) => framed(watch, 'an order', (frame) => /order/.test(frame)),
});
