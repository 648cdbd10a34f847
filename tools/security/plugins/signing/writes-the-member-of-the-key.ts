import { READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'writes-the-member-of-the-key',
  aim: 'has the institution read a key of its own beside that of the user',
  belt: 'what the host places, the plugin must not write',
  control: {
    edits: { 'core/dist/gateway/json/place-member.js': [['if (object.members.has(key))', 'if (false)']] },
  },
  manifest: {
    network: [{ ...READ, methods: ['POST'], scheme: 'inBody' }],
    schemes: { inBody: { place: [{ json: '/key', value: { credential: 'key' } }] } },
  },
  script: `return text(post('/read', '{"key":"mine"}'));`,
  harm: (watch) => arrived(watch, 'a key of the plugin', ({ body }) => body.includes('mine')),
});
