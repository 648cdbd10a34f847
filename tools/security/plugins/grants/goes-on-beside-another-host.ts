import { setTimeout as wait } from 'node:timers/promises';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { FIRST_GRANTS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'goes-on-beside-another-host',
  aim: 'makes a request by a permission that was taken back in another run of the host',
  belt: 'what is granted stands in host.db, which is looked at before each request',
  control: { edits: FIRST_GRANTS },
  act: async (host) => {
    const call = host.strike();
    call.catch(() => undefined);
    await wait(400);
    await host.reopen().revoke();
    return call;
  },
  script: `
    await text(get('/read'));
    await pause(600);
    return text(get('/read/after'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read/after'),
});
