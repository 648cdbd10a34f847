import { SIGNED_BODY } from '../../online/online.ts';
import { onlineAttack } from '../../online/online-attack.ts';
import { NO_PLACED } from '../../online/weakenings.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'reads-a-signature-letter-by-letter',
  aim: 'gets a signature from an answer that spells it out',
  belt: 'no answer shows a signature, in whatever spelling',
  control: { edits: NO_PLACED },
  manifest: SIGNED_BODY,
  answer: ({ headers }, response) =>
    void response.end(
      `got ${[...String(headers['x-signature'])].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')}`,
    ),
  script: `return decodeURIComponent((await text(post('/read', 'pay me', 'text/plain'))).slice(4));`,
  harm: (watch) => leaks(watch, String(watch.bank.seen[0]?.headers['x-signature'] ?? watch.scene.secret)),
});
