import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'inherits-what-was-forgotten',
  aim: 'reads in a new connection what it kept for one that the user forgot',
  belt: 'a connection that is forgotten takes with it what its plugin kept',
  control: {
    edits: { 'core/dist/manager/connections/connections.js': [['storage.forget(id);', '']] },
  },
  manifest: { storage: '8KiB' },
  act: async (host) => {
    await host.approve();
    const first = await host.connect();
    await host.callOnline({ cursor: 'keep' }, first);
    await host.manager.connections.remove(first);
    return host.callOnline({}, await host.connect());
  },
  script: `return query.cursor === 'keep' ? context.storage.set('note', 'told before') : context.storage.get('note');`,
  harm: (watch) => leaks(watch, 'told before'),
});
