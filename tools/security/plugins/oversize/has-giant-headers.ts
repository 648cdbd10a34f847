import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'has-giant-headers',
  aim: 'fills the host with headers that never end',
  belt: 'headers of an answer have at most 64 KiB',
  control: {
    edits: {
      'core/dist/gateway/request/http-client.js': [
        ['const MAX_ANSWER_HEADERS = 65_536', 'const MAX_ANSWER_HEADERS = 2 ** 30'],
      ],
    },
  },
  answer: (_, response) => {
    response
      .setHeader(
        'x-long',
        Array.from({ length: 30 }, () => 'x'.repeat(8_000)),
      )
      .end('there');
  },
  script: `return text(get('/read'));`,
  harm: (watch) => (watch.answer === undefined ? undefined : 'the host took the headers'),
});
