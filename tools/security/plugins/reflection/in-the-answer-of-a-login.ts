import { READ } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-the-answer-of-a-login',
  aim: 'reads the session that a login brings',
  belt: 'what a manifest captures is taken out of the answer, wherever it stands in it',
  control: {
    edits: { 'core/dist/gateway/request/captures.js': [['if (captures.length === 0)', 'if (true)']] },
  },
  manifest: {
    network: [{ ...READ, credentials: ['key'], captures: [{ name: 'session', from: { json: '/session' } }] }],
  },
  credentials: () => ({ key: 'a key of another kind' }),
  answer: (_, response, scene) =>
    void response.end(JSON.stringify({ session: scene.secret, again: [scene.secret] })),
  script: `return text(get('/read'));`,
  harm: (watch) => leaks(watch),
});
