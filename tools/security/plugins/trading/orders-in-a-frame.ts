import { ORDERS_BY_FRAME } from '../../online/online.ts';
import { framed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_FRAME } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-in-a-frame',
  aim: 'places an order by a frame of a socket that it may open',
  belt: 'each frame needs a permission of its own',
  control: { edits: ANY_FRAME },
  manifest: ORDERS_BY_FRAME,
  script: `
    const socket = await opened();
    socket.send('{"action":"order"}');
    await pause(300);`,
  harm: (watch) => framed(watch, 'an order', (frame) => /order/.test(frame)),
});
