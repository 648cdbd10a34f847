import { onlineAttack } from '../../online/online-attack.ts';
import { hostBusy } from '../../watch/harms.ts';

/** As many as the headers of one answer hold. */
const COOKIES = 900;

export const attack = onlineAttack({
  name: 'sets-cookies-without-end',
  aim: 'keeps the host busy with cookies of one name at ever other paths',
  belt: 'the cookies of a connection are a hundred at most',
  control: {
    edits: {
      'core/dist/gateway/request/cookies.js': [['known.size >= MAX_COOKIES', 'this.#look() === null']],
    },
  },
  answer: ({ url }, response) => {
    const path = (index: number): string => `/read/${url.slice(-1)}/${index}`;
    const cookies = Array.from(
      { length: COOKIES },
      (_, index) => `s=${index}; Path=${path(index)}; HttpOnly`,
    );
    response.setHeader('set-cookie', cookies).end('there');
  },
  script: `
    for (let n = 0; n < 3; n += 1) await text(get('/read/' + n));
    return 'done';`,
  harm: (watch) => hostBusy(watch),
});
