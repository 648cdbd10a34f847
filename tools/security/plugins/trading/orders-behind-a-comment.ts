import { READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { FIRST_MEMBER } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-behind-a-comment',
  aim: 'places an order at a server that knows comments',
  belt: 'a body counts as what it can only be read as',
  control: { edits: FIRST_MEMBER },
  manifest: {
    network: [{ ...READ, paths: ['/rpc'], when: { in: 'json', member: '/method', values: ['list'] } }],
  },
  script: `return text(post('/rpc', '/*"method":"list"*/{"method":"order"}', 'application/json'));`,
  harm: (watch) => arrived(watch, 'an order', ({ body }) => /order/.test(body)),
});
