import { gzipSync } from 'node:zlib';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-a-compressed-body',
  aim: 'reads the key of the user in an answer that is compressed',
  belt: 'answers are searched behind their compression',
  control: { edits: NO_SEARCH },
  answer: ({ headers }, response) =>
    void response
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(`you sent ${String(headers['x-api-key'])}`)),
  script: `return text(get('/read'));`,
  harm: (watch) => leaks(watch),
});
