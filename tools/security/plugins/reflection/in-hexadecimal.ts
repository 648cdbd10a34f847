import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-hexadecimal',
  aim: 'reads the key of the user in hexadecimal',
  belt: 'a secret is looked for in hexadecimal, in small letters and capitals',
  control: { edits: { 'core/dist/gateway/secret/spellings.js': [['hex,\n        hex.toUpperCase(),', '']] } },
  answer: ({ headers }, response) =>
    void response.end(Buffer.from(String(headers['x-api-key'])).toString('hex').toUpperCase()),
  script: `
    const found = await text(get('/read'));
    return decodeURIComponent(found.replace(/../g, '%$&'));`,
  harm: (watch) => leaks(watch),
});
