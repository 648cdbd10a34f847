import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-a-refusal',
  aim: 'reads the key of the user in a refusal that repeats it',
  belt: 'refusals are searched as other answers are',
  control: { edits: NO_SEARCH },
  answer: ({ headers }, response) =>
    void response
      .writeHead(401, `no ${String(headers['x-api-key'])}`)
      .end(`wrong key ${String(headers['x-api-key'])}`),
  script: `const answer = await get('/read'); return answer.status + answer.statusText + await answer.text();`,
  harm: (watch) => leaks(watch),
});
