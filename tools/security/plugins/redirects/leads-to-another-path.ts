import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_REDIRECT } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'leads-to-another-path',
  aim: 'reaches a path without a permission by way of an answer',
  belt: 'where an answer leads needs a permission of its own',
  control: { edits: ANY_REDIRECT },
  answer: ({ url }, response) =>
    void response.writeHead(url === '/read' ? 302 : 200, { location: '/profile' }).end('there'),
  script: `return text(get('/read'));`,
  harm: (watch) => arrived(watch, 'a request for the profile', ({ url }) => url === '/profile'),
});
