import { gzipSync } from 'node:zlib';
import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'packs-itself-many-times',
  aim: 'keeps the host busy with an answer that is packed in itself again and again',
  belt: 'two codings on top of each other are the most',
  control: {
    edits: {
      'core/dist/gateway/request/decompress.js': [['const MAX_CODINGS = 2', 'const MAX_CODINGS = 99']],
    },
  },
  answer: (_, response) => {
    let packed = Buffer.from('deep inside');
    for (let depth = 0; depth < 12; depth += 1) packed = gzipSync(packed);
    response.setHeader('content-encoding', Array(12).fill('gzip').join(', ')).end(packed);
  },
  script: `return (await text(get('/read'))).slice(0, 40);`,
  harm: (watch) => leaks(watch, 'deep inside'),
});
