import { READ } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'after-the-login',
  aim: 'reads the session of a login in a later answer',
  belt: 'later answers are searched for what earlier ones brought',
  control: {
    edits: {
      'core/dist/gateway/request/exchange.js': [
        ['[context.ports.vault.secrets(), context.cookies.secrets]', '[context.cookies.secrets]'],
      ],
    },
  },
  manifest: {
    network: [{ ...READ, credentials: ['key'], captures: [{ name: 'session', from: { json: '/session' } }] }],
  },
  credentials: () => ({ key: 'a key of another kind' }),
  answer: ({ url }, response, scene) =>
    void response.end(
      url === '/read' ? JSON.stringify({ session: scene.secret }) : `{"note":"${scene.secret}"}`,
    ),
  script: `
    await text(get('/read'));
    return text(get('/read/later'));`,
  harm: (watch) => leaks(watch),
});
