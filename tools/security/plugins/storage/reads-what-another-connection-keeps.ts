import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'reads-what-another-connection-keeps',
  aim: 'reads what it was told in another connection of the user',
  belt: 'each connection has a storage of its own',
  control: {
    edits: { 'core/dist/store/storage-records.js': [['[pluginId, connectionId]', "[pluginId, '']"]] },
  },
  manifest: { storage: '8KiB' },
  act: async (host) => {
    await host.approve();
    const [first, second] = [await host.connect(), await host.connect()];
    await host.callOnline({ cursor: 'keep' }, first);
    return host.callOnline({}, second);
  },
  script: `return query.cursor === 'keep' ? context.storage.set('note', 'told elsewhere') : context.storage.get('note');`,
  harm: (watch) => leaks(watch, 'told elsewhere'),
});
