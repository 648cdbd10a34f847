import { OPEN_PARTNER, PARTNER, READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_REDIRECT } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'takes-the-key-along',
  aim: 'has the key of the user sent to another origin by an answer that leads there',
  belt: 'nothing that was placed into the first request goes along',
  control: { edits: ANY_REDIRECT },
  manifest: { network: [READ, OPEN_PARTNER] },
  answer: ({ url }, response) =>
    void response.writeHead(url === '/read' ? 302 : 200, { location: `${PARTNER}/public` }).end('there'),
  script: `return text(get('/read'));`,
  harm: (watch) =>
    arrived(
      watch,
      'the key at another origin',
      ({ headers }) => headers.host === 'partner.example' && headers['x-api-key'] !== undefined,
    ),
});
