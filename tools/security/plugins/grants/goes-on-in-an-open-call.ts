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
  name: 'goes-on-in-an-open-call',
  aim: 'makes a request by a permission that was taken back while it was called',
  belt: 'what is granted is looked at before each request, not before each call',
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
    await revoke(host);
    return call;
  },
  script: `
    await text(get('/read'));
    await pause(600);
    return text(get('/read/after'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read/after'),
});
