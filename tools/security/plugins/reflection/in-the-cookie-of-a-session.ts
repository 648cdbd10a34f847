import { onlineAttack } from '../../online/online-attack.ts';
import { NO_SEARCH } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-the-cookie-of-a-session',
  aim: 'reads the session that an answer sets',
  belt: 'cookies are the host’s',
  // A session would be searched for as well.
  given: { edits: NO_SEARCH },
  control: {
    edits: { 'core/dist/gateway/request/exchange.js': [['!/^set-cookie2?$/i.test(name)', 'true']] },
  },
  credentials: () => ({ key: 'a key of another kind' }),
  answer: (_, response, scene) => void response.setHeader('set-cookie', `session=${scene.secret}`).end(),
  script: `
    const { headers } = await get('/read');
    return headers.getSetCookie().join() + headers.get('set-cookie') + [...headers];`,
  harm: (watch) => leaks(watch),
});
