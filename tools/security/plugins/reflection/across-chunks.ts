import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'across-chunks',
  aim: 'reads the key of the user in an answer that comes byte by byte',
  belt: 'what may begin a secret waits for the next chunk',
  control: {
    edits: {
      'core/dist/gateway/secret/secret-search.js': [
        ['const settled = stream.push(chunk)', 'const settled = this.blankBytes(chunk)'],
      ],
    },
  },
  answer: ({ headers }, response) => {
    const letters = [...`you sent ${String(headers['x-api-key'])}.`];
    const next = (): void => {
      const letter = letters.shift();
      if (letter === undefined) response.end();
      else response.write(letter, () => setTimeout(next, 2));
    };
    next();
  },
  script: `return text(get('/read'));`,
  harm: (watch) => leaks(watch),
});
