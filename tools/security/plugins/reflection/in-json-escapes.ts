import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-json-escapes',
  aim: 'reads the key of the user in a text of JSON',
  belt: 'a secret is looked for with any of its characters escaped as in JSON',
  control: { edits: { 'core/dist/gateway/secret/escapes.js': [['    [JSON_ESCAPE],', '']] } },
  answer: ({ headers }, response) =>
    void response.end(
      `"${[...String(headers['x-api-key'])].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')}"`,
    ),
  script: `
    const found = await text(get('/read'));
    return JSON.parse(found);`,
  harm: (watch) => leaks(watch),
});
