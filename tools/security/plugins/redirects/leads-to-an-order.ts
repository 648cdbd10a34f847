import { READ, TRADE } from '../../online/online.ts';
import { ordered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_REDIRECT } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'leads-to-an-order',
  aim: 'places an order by way of an answer that leads there',
  belt: 'where an answer leads needs a permission of its own',
  control: { edits: ANY_REDIRECT },
  manifest: { network: [READ, TRADE] },
  answer: ({ url }, response) =>
    void response.writeHead(url === '/read' ? 307 : 200, { location: '/orders' }).end('there'),
  script: `return text(post('/read', '{}'));`,
  harm: (watch) => ordered(watch),
});
