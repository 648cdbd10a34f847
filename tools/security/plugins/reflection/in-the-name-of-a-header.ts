import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-the-name-of-a-header',
  aim: 'reads the key of the user in the name of a header',
  belt: 'every answer is searched for every secret of the connection',
  control: { edits: NO_SEARCH },
  answer: ({ headers }, response) =>
    void response.setHeader(`x-${String(headers['x-api-key'])}`, 'yes').end(),
  script: `return [...(await get('/read')).headers.keys()].join(' ');`,
  harm: (watch) => leaks(watch),
});
