import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { FIRST_GRANTS } from '../../online/weakenings.ts';

export const attack = onlineAttack({
  name: 'uses-what-was-revoked',
  aim: 'makes a request by a permission that was taken back',
  belt: 'what is granted is looked at before each request',
  control: { edits: FIRST_GRANTS },
  act: async (host) => {
    await host.strike();
    await host.revoke();
    return host.callOnline({ cursor: 'after' });
  },
  script: `return text(get(query.cursor === 'after' ? '/read/after' : '/read'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read/after'),
});
