import { onlineAttack, writeOnlinePlugin } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

const STORAGE = { storage: '8KiB' };

export const attack = onlineAttack({
  name: 'reads-what-another-plugin-keeps',
  aim: 'reads what another plugin keeps',
  belt: 'each plugin has a storage of its own',
  control: {
    edits: { 'core/dist/store/storage-records.js': [['[pluginId, connectionId]', "['', '']"]] },
  },
  manifest: { storage: '8KiB' },
  prepare: (scene) =>
    writeOnlinePlugin(scene, {
      id: 'neighbour',
      manifest: STORAGE,
      script: "await context.storage.set('note', 'told elsewhere')",
    }),
  act: async (host) => {
    await host.approve('neighbour');
    await host.callOnline({}, await host.connect('neighbour'));
    return host.strike();
  },
  script: `return context.storage.get('note');`,
  harm: (watch) => leaks(watch, 'told elsewhere'),
});
