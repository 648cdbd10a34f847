import { onlineAttack } from '../../online/online-attack.ts';

const PIECE = Buffer.alloc(262_144, 'x');

export const attack = onlineAttack({
  name: 'sends-without-end',
  aim: 'fills the host with an answer that never ends',
  belt: 'an answer has at most 32 MiB',
  control: {
    edits: {
      'core/dist/gateway/request/http-client.js': [
        ['const MAX_ANSWER = 33_554_432', 'const MAX_ANSWER = 2 ** 40'],
      ],
    },
  },
  limits: { callMs: 15_000 },
  answer: (_, response) => {
    const go = (): void => {
      while (response.writable && response.write(PIECE));
    };
    response.on('drain', go);
    go();
  },
  script: `
    const reader = (await get('/read')).body.getReader();
    while (!(await reader.read()).done);`,
  harm: ({ bank }) => (bank.bytesSent > 80_000_000 ? `the host took ${bank.bytesSent} bytes` : undefined),
});
