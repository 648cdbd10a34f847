import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_REDIRECT } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'leads-to-plain-http',
  aim: 'has the key of the user sent without TLS',
  belt: 'an origin without TLS is another origin, and none that a permission names',
  control: {
    edits: {
      ...ANY_REDIRECT,
      'core/dist/gateway/request/routes.js': [
        [
          'developmentOrigins[origin]',
          "developmentOrigins[origin.replace(/^http:(.*?)(:443)?$/, 'https:$1')]",
        ],
      ],
    },
  },
  answer: ({ url }, response) =>
    void response
      .writeHead(url === '/read' ? 302 : 200, { location: 'http://api.bank.example/read/plain' })
      .end('there'),
  script: `return text(get('/read'));`,
  harm: (watch) => arrived(watch, 'a request without TLS', ({ url }) => url === '/read/plain'),
});
