import { ORDERS_BY_FRAME } from '../../online/online.ts';
import { framed } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_FRAME } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-in-a-binary-frame',
  aim: 'places an order by a frame of bytes',
  belt: 'each frame needs a permission of its own',
  control: { edits: ANY_FRAME },
  manifest: ORDERS_BY_FRAME,
  script: `
    const socket = await opened();
    socket.send(new TextEncoder().encode('{"action":"order"}'));
    await pause(300);`,
  harm: (watch) => framed(watch, 'an order', (frame) => /order/.test(frame)),
});
