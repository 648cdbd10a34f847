import { READ } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_PLACED } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'reads-an-encoded-key',
  aim: 'reads the key of the user as its own scheme encodes it',
  belt: 'an answer is searched for what a scheme made of a secret too',
  control: { edits: NO_PLACED },
  manifest: {
    network: [{ ...READ, scheme: 'encoded' }],
    schemes: {
      encoded: {
        steps: [{ name: 'text', encode: { credential: 'key' }, as: 'base32' }],
        place: [{ header: 'x-encoded', value: { step: 'text' } }],
      },
    },
  },
  answer: ({ headers }, response) => void response.end(`key ${String(headers['x-encoded'])}`),
  script: `return text(get('/read'));`,
  harm: (watch) => leaks(watch, String(watch.bank.seen[0]?.headers['x-encoded'] ?? watch.scene.secret)),
});
