import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-the-url',
  aim: 'reads the key of the user in the address that an answer led to',
  belt: 'every answer is searched for every secret of the connection',
  control: { edits: NO_SEARCH },
  answer: ({ url, headers }, response) =>
    void response
      .writeHead(url === '/read' ? 302 : 200, { location: `/read/there?key=${String(headers['x-api-key'])}` })
      .end(),
  script: `return (await get('/read')).url;`,
  harm: (watch) => leaks(watch),
});
