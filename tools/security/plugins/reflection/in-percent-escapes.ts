import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-percent-escapes',
  aim: 'reads the key of the user in an address',
  belt: 'a secret is looked for with any of its characters escaped as in addresses',
  control: {
    edits: { 'core/dist/gateway/secret/escapes.js': [['    [PERCENT],\n    [PERCENT, PLUS],', '']] },
  },
  answer: ({ headers }, response) =>
    void response.end(
      [...String(headers['x-api-key'])].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
    ),
  script: `
    const found = await text(get('/read'));
    return decodeURIComponent(found);`,
  harm: (watch) => leaks(watch),
});
