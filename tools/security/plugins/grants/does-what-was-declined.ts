import { HOSTILE } from '../../scene/scene.ts';
import { OPEN_PARTNER, READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'does-what-was-declined',
  aim: 'makes a request by a permission that the user has left out',
  belt: 'each permission is granted by itself',
  control: {
    edits: { 'core/dist/manager/grants.js': [['permissions.includes(id)', 'true']] },
  },
  manifest: { network: [READ, OPEN_PARTNER] },
  act: async (host) => {
    const { permissions } = host.manager.info(HOSTILE);
    const without = permissions.flatMap(({ id }) => (id.includes('partner') ? [id] : []));
    await host.manager.installer.approve(HOSTILE, { without });
    await host.connect();
    return host.callOnline();
  },
  script: `return text(fetch(PARTNER + '/public'));`,
  harm: (watch) =>
    arrived(watch, 'a request at the other origin', ({ headers }) => headers.host === 'partner.example'),
});
