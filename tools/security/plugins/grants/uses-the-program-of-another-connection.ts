import { arrived } from '../../online/harms.ts';
import { approved, READ_LOCAL } from '../../online/local-program.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { HOSTILE } from '../../scene/scene.ts';

export const attack = onlineAttack({
  name: 'uses-the-program-of-another-connection',
  aim: 'reaches a program on this machine that was approved for another connection',
  belt: 'what is trusted on this machine belongs to its connection',
  control: {
    edits: {
      'core/dist/manager/connections/connection-network.js': [
        [
          'connections.find(id)?.programs[origin]',
          'connections.list().map(({ programs }) => programs[origin]).find((each) => each !== undefined)',
        ],
      ],
    },
  },
  manifest: { network: [READ_LOCAL] },
  programs: approved,
  act: async (host) => {
    await host.approve();
    await host.connect();
    const other = await host.manager.connections.add({
      plugin: HOSTILE,
      credentials: { key: host.scene.secret },
    });
    return host.callOnline({}, other.id);
  },
  script: `return text(fetch('https://localhost:5000/read'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read'),
});
