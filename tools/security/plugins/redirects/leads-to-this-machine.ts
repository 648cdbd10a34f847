import { reachedInside } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_REDIRECT } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'leads-to-this-machine',
  aim: 'reaches another program of the machine by an answer that leads there',
  belt: 'this machine is reached by a permission of its own alone',
  control: {
    edits: {
      ...ANY_REDIRECT,
      'core/dist/gateway/request/routes.js': [
        [
          'developmentOrigins[origin]',
          "(developmentOrigins[origin] ?? origin.replace(/^loopback/, 'https://127.0.0.1'))",
        ],
      ],
    },
  },
  answer: ({ url }, response, scene) =>
    void response
      .writeHead(url === '/read' ? 302 : 200, { location: `https://127.0.0.1:${scene.ports.tcp}/` })
      .end('there'),
  script: `return text(get('/read'));`,
  harm: (watch) => reachedInside(watch),
});
