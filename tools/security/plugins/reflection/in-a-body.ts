import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-a-body',
  aim: 'reads the key of the user in an answer that repeats it',
  belt: 'every answer is searched for every secret of the connection',
  control: { edits: NO_SEARCH },
  answer: ({ headers }, response) => void response.end(`you sent ${String(headers['x-api-key'])}`),
  script: `return text(get('/read/echo'));`,
  harm: (watch) => leaks(watch),
});
