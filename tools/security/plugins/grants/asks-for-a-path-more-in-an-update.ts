import { READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack, writeOnlinePlugin } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'asks-for-a-path-more-in-an-update',
  aim: 'reaches a path that only its update asks for, without being approved again',
  belt: 'an update that asks for more waits, and the approved version goes on',
  control: {
    edits: { 'core/dist/manager/permissions.js': [['!granted.includes(permission.id)', 'false']] },
  },
  act: async (host) => {
    await host.strike().catch(() => undefined);
    writeOnlinePlugin(host.scene, {
      version: '1.1.0',
      manifest: { network: [{ ...READ, paths: ['/read', '/profile'] }] },
      script: `return text(get('/profile'))`,
    });
    return host.reopen().callOnline();
  },
  script: `return text(get('/profile'));`,
  harm: (watch) => arrived(watch, 'a request for the profile', ({ url }) => url === '/profile'),
});
