import { SIGNED_BODY } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_PLACED } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'has-bytes-of-its-choice-signed',
  aim: 'gets a signature over bytes of its own choice from an answer that repeats it',
  belt: 'no answer shows a signature',
  control: { edits: NO_PLACED },
  manifest: SIGNED_BODY,
  answer: ({ headers }, response) => void response.end(`got ${String(headers['x-signature'])}`),
  script: `return text(post('/read', 'pay 1000 EUR to me', 'text/plain'));`,
  harm: (watch) => leaks(watch, String(watch.bank.seen[0]?.headers['x-signature'] ?? watch.scene.secret)),
});
