import { READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { FIRST_PAIR } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'orders-by-a-field-that-stands-twice',
  aim: 'places an order at a server that takes the last of two fields',
  belt: 'a body counts as what it can only be read as',
  control: { edits: FIRST_PAIR },
  manifest: {
    network: [{ ...READ, paths: ['/rpc'], when: { in: 'form', member: 'action', values: ['list'] } }],
  },
  script: `return text(post('/rpc', 'action=list&action=order', 'application/x-www-form-urlencoded'));`,
  harm: (watch) => arrived(watch, 'an order', ({ body }) => /order/.test(body)),
});
