import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-a-header',
  aim: 'reads the key of the user in a header of an answer',
  belt: 'every answer is searched for every secret of the connection',
  control: { edits: NO_SEARCH },
  answer: ({ headers }, response) => void response.setHeader('x-echo', String(headers['x-api-key'])).end(),
  script: `return (await get('/read')).headers.get('x-echo');`,
  harm: (watch) => leaks(watch),
});
