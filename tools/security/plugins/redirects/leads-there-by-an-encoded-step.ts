import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { ANY_SPELLING } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'leads-there-by-an-encoded-step',
  aim: 'reaches a path without a permission by an answer that leads to it in another spelling',
  belt: 'where an answer leads is read as strictly as what a plugin asks for',
  control: { edits: ANY_SPELLING },
  answer: ({ url }, response) =>
    void response.writeHead(url === '/read' ? 302 : 200, { location: '/read/..%2fprofile' }).end('there'),
  script: `return text(get('/read'));`,
  harm: (watch) => arrived(watch, 'a request for the profile', ({ url }) => url === '/read/..%2fprofile'),
});
