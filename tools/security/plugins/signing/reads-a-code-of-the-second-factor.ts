import { READ } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { SHORT_SECRETS } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'reads-a-code-of-the-second-factor',
  aim: 'reads the code that belongs to a secret, in an answer that repeats it',
  belt: 'what is too short to be found is placed only while the plugin logs in',
  control: { edits: SHORT_SECRETS },
  manifest: {
    credentials: { seed: { label: 'Seed', secret: true, form: 'base32' } },
    network: [{ ...READ, credentials: ['seed'], scheme: 'code' }],
    schemes: {
      code: {
        steps: [
          { name: 'bytes', decode: { credential: 'seed' }, from: 'base32' },
          { name: 'code', totp: { step: 'bytes' } },
        ],
        place: [{ header: 'x-code', value: { step: 'code' } }],
      },
    },
  },
  credentials: () => ({ seed: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }),
  answer: ({ headers }, response) => void response.end(`code ${String(headers['x-code'])}`),
  script: `return text(get('/read'));`,
  harm: (watch) =>
    leaks(watch, `code ${String(watch.bank.seen[0]?.headers['x-code'] ?? watch.scene.secret)}`),
});
