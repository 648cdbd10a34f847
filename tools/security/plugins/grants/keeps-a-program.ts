import { arrived } from '../../online/harms.ts';
import { approved, READ_LOCAL, replaced } from '../../online/local-program.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { HOSTILE } from '../../scene/scene.ts';

export const attack = onlineAttack({
  name: 'keeps-a-program',
  aim: 'goes on with a program on this machine in whose place another one was approved, by a connection that is still open',
  belt: 'what is open to a program ends, in every host, once another one is approved',
  control: {
    edits: {
      'core/dist/manager/connections/connection-network.js': [
        ['found?.createdAt === createdAt && isDeepStrictEqual(found.programs, programs)', 'true'],
      ],
    },
  },
  manifest: { network: [{ ...READ_LOCAL, paths: ['/read', '/after'] }] },
  programs: approved,
  act: async (host) => {
    await host.approve();
    await host.connect();
    await host.callOnline({ accountId: 'read' });
    await host.reopen().manager.connections.programs.trust(HOSTILE, replaced(host.scene));
    return host.callOnline({ accountId: 'after' });
  },
  script: `return text(fetch('https://localhost:5000/' + query.accountId));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/after'),
});
