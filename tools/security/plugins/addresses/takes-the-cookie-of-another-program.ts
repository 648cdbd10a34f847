import { arrived } from '../../online/harms.ts';
import { approved, LOCAL, READ_LOCAL } from '../../online/local-program.ts';
import { onlineAttack } from '../../online/online-attack.ts';

const OTHER = 'loopback:5001';

export const attack = onlineAttack({
  name: 'takes-the-cookie-of-another-program',
  aim: 'gets the session of one program on this machine sent to another one, since both are at localhost',
  belt: 'each program on this machine has cookies of its own',
  control: {
    edits: {
      'core/dist/gateway/request/cookies.js': [
        ["origin.startsWith('loopback:') ? origin : INTERNET", 'INTERNET'],
      ],
    },
  },
  manifest: { network: [READ_LOCAL, { ...READ_LOCAL, origin: OTHER }] },
  programs: (scene) => {
    const programs = approved(scene);
    const program = programs[LOCAL];
    return program === undefined ? programs : { ...programs, [OTHER]: program };
  },
  answer: (request, response) => {
    if (request.headers.host === 'localhost:5000')
      response.setHeader('set-cookie', 'session=of-the-first; Path=/; Secure');
    response.setHeader('content-type', 'application/json').end('{}');
  },
  script: `await text(fetch('https://localhost:5000/read'));
    return text(fetch('https://localhost:5001/read'));`,
  harm: (watch) =>
    arrived(
      watch,
      'the session of another program',
      ({ headers }) => headers.host === 'localhost:5001' && headers['cookie'] !== undefined,
    ),
});
