import { onlineAttack, writeOnlinePlugin } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

const script = `return text(get('/read/echo'));`;

export const attack = onlineAttack({
  name: 'makes-a-secret-none-in-an-update',
  aim: 'reads the key of the user in an answer by an update that says that the key is no secret',
  belt: 'an update to which a secret is none waits, and the approved version goes on',
  control: {
    edits: { 'core/dist/manager/permissions.js': [['!granted.includes(permission.id)', 'false']] },
  },
  act: async (host) => {
    await host.strike().catch(() => undefined);
    writeOnlinePlugin(host.scene, {
      version: '1.1.0',
      manifest: { credentials: { key: { label: 'API key' } } },
      script,
    });
    return host.reopen().callOnline();
  },
  answer: ({ headers }, response) => void response.end(`you sent ${String(headers['x-api-key'])}`),
  script,
  harm: (watch) => leaks(watch),
});
