import { OPEN_PARTNER, PARTNER, READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'takes-headers-along',
  aim: 'has a header that was meant for the institution sent to another origin',
  belt: 'only headers without any meaning for others go along',
  control: {
    edits: {
      'core/dist/gateway/request/redirect.js': [['isElsewhere && !HARMLESS.has(lower)', 'false']],
    },
  },
  manifest: { network: [READ, OPEN_PARTNER] },
  answer: ({ url }, response) =>
    void response.writeHead(url === '/read' ? 302 : 200, { location: `${PARTNER}/public` }).end('there'),
  script: `return text(get('/read', { headers: { 'x-account': 'A-17' } }));`,
  harm: (watch) =>
    arrived(
      watch,
      'the header at another origin',
      ({ headers }) => headers.host === 'partner.example' && headers['x-account'] === 'A-17',
    ),
});
