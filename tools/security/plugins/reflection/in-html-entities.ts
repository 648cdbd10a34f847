import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-html-entities',
  aim: 'reads the key of the user in a page',
  belt: 'a secret is looked for with any of its characters escaped as in HTML',
  control: { edits: { 'core/dist/gateway/secret/escapes.js': [['    [HTML],', '']] } },
  answer: ({ headers }, response) =>
    void response.end(
      [...String(headers['x-api-key'])].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
    ),
  script: `
    const found = await text(get('/read'));
    return found.replace(/&#(\\d+);/g, (_, code) => String.fromCharCode(Number(code)));`,
  harm: (watch) => leaks(watch),
});
