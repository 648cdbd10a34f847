import { setTimeout as wait } from 'node:timers/promises';
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
  name: 'goes-on-beside-another-host',
  aim: 'makes a request by a permission that was taken back in another run of the host',
  belt: 'what is granted stands in host.db, which is looked at before each request',
  control: {
    edits: {
      'core/dist/manager/connections/connection-network.js': [
        ['if (revision === this.#revision)', 'if (this.#revision !== undefined)'],
      ],
    },
  },
  act: async (host) => {
    const call = host.strike();
    call.catch(() => undefined);
    await wait(400);
    await revoke(host.reopen());
    return call;
  },
  script: `
    await text(get('/read'));
    await pause(600);
    return text(get('/read/after'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read/after'),
});
