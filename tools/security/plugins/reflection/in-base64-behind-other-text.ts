import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-base64-behind-other-text',
  aim: 'reads the key of the user in base64 together with other text',
  belt: 'a secret is looked for in base64 wherever it stands in the encoded text',
  control: { edits: { 'core/dist/gateway/secret/spellings.js': [['[0, 1, 2].map', '[0].map']] } },
  answer: ({ headers }, response) =>
    void response.end(Buffer.from(`u:${String(headers['x-api-key'])}:p`).toString('base64')),
  script: `
    const found = await text(get('/read'));
    return atob(found);`,
  harm: (watch) => leaks(watch),
});
