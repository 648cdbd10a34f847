import { HOSTILE } from '../../scene/scene.ts';
import { READ, TRADE } from '../../online/online.ts';
import { ordered } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'orders-where-trading-was-declined',
  aim: 'places an order by a permission to read, where the user has declined trading',
  belt: 'what a manifest says to be trading is trading, also where it was declined',
  control: {
    edits: { 'core/dist/manager/grants.js': [["permission.access === 'trade' || ", '']] },
  },
  manifest: { network: [{ ...READ, paths: ['/**'] }, TRADE] },
  act: async (host) => {
    const { permissions } = host.manager.info(HOSTILE);
    const without = permissions.flatMap(({ id }) => (id.includes(':trade:') ? [id] : []));
    await host.manager.installer.approve(HOSTILE, { without });
    await host.connect();
    return host.callOnline();
  },
  script: `return text(post('/orders', '{}'));`,
  harm: (watch) => ordered(watch),
});
