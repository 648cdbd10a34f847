import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-wide-letters',
  aim: 'reads the key of the user in an answer in UTF-16',
  belt: 'a secret is looked for in UTF-16',
  control: { edits: { 'core/dist/gateway/secret/spellings.js': [['...wideOf(bytes),', '']] } },
  answer: ({ headers }, response) =>
    void response
      .setHeader('content-type', 'application/json;charset=UTF-16LE')
      .end(Buffer.from(JSON.stringify(headers['x-api-key']), 'utf16le')),
  script: `
    const bytes = new Uint8Array(await (await get('/read')).arrayBuffer());
    return [...bytes].filter((byte) => byte !== 0).map((byte) => String.fromCharCode(byte)).join('');`,
  harm: (watch) => leaks(watch),
});
