import { READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'uses-the-session-of-another-connection',
  aim: 'makes a request with the session of another connection',
  belt: 'what a login brings belongs to its connection',
  control: {
    edits: {
      'core/dist/vault/connection-secrets.js': [
        ['#passing = new Map()', '#passing = (globalThis.shared ??= new Map())'],
      ],
    },
  },
  manifest: {
    network: [
      { ...READ, paths: ['/read'], captures: [{ name: 'session', from: { json: '/session' } }] },
      { ...READ, paths: ['/read/after'], credentials: ['session'], scheme: 'session' },
    ],
    schemes: {
      key: { place: [{ header: 'x-api-key', value: { credential: 'key' } }] },
      session: { place: [{ header: 'x-session', value: { capture: 'session' } }] },
    },
  },
  answer: (_, response) => void response.end('{"session":"a session of the first"}'),
  act: async (host) => {
    await host.approve();
    const [first, second] = [await host.connect(), await host.connect()];
    await host.callOnline({ cursor: 'log in' }, first);
    return host.callOnline({}, second);
  },
  script: `
    if (query.cursor === 'log in') return text(get('/read'));
    return text(get('/read/after'));`,
  harm: (watch) => arrived(watch, 'a request after all', ({ url }) => url === '/read/after'),
});
