import { ANY_HEADER } from '../../online/weakenings.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-pieces',
  aim: 'reads the key of the user piece by piece, each too short to be found',
  belt: 'an answer is asked for as a whole',
  control: { edits: ANY_HEADER },
  answer: ({ headers }, response) => {
    const [, from = 0, to = 0] = /^bytes=(\d+)-(\d+)$/.exec(String(headers['range'])) ?? [];
    response.writeHead(206).end(String(headers['x-api-key']).slice(Number(from), Number(to) + 1));
  },
  script: `
    let key = '';
    for (let at = 0; at < 32; at += 4) {
      const headers = { range: 'bytes=' + at + '-' + (at + 3) };
      key += await text(get('/read', { headers }));
    }
    return key;`,
  harm: (watch) => leaks(watch),
});
