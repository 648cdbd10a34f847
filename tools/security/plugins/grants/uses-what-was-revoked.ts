import type { AttackedHost } from '../../host/attacked-host.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

const revoke = ({ manager }: AttackedHost): Promise<void> => {
  const ids = manager.info(HOSTILE).permissions.map(({ id }) => id);
  return manager.installer.grant(
    HOSTILE,
    ids.filter((id) => id.startsWith('network:')),
  );
};

export const attack = onlineAttack({
  name: 'uses-what-was-revoked',
  aim: 'makes a request by a permission that was taken back',
  belt: 'what is granted is looked at before each request',
  control: {
    edits: {
      'core/dist/manager/connections/connection-network.js': [
        ['if (revision === this.#revision)', 'if (this.#revision !== undefined)'],
      ],
    },
  },
  act: async (host) => {
    await host.strike();
    await revoke(host);
    return host.callOnline({ cursor: 'after' });
  },
  script: `return text(get(query.cursor === 'after' ? '/read/after' : '/read'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read/after'),
});
