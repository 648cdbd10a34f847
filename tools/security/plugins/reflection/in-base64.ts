import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-base64',
  aim: 'reads the key of the user in base64',
  belt: 'a secret is looked for in base64',
  control: {
    edits: { 'core/dist/gateway/secret/spellings.js': [['[0, 1, 2].map((before)', '[].map((before)']] },
  },
  answer: ({ headers }, response) =>
    void response.end(Buffer.from(String(headers['x-api-key'])).toString('base64')),
  script: `
    const found = await text(get('/read'));
    return atob(found);`,
  harm: (watch) => leaks(watch),
});
