import { OPEN_PARTNER, READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'uses-a-key-that-is-not-tied',
  aim: 'has the key of the user sent to an origin that it is not tied to',
  belt: 'a scheme uses what the permission names, and nothing else',
  given: {
    edits: {
      'core/dist/gateway/scheme/check/check-permission.js': [
        ['...checkTied(references, new Set(credentials), path),', ''],
      ],
    },
  },
  control: {
    edits: {
      'core/dist/gateway/scheme/recipe-run.js': [['if (!this.#allowed.has(name))', 'if (false)']],
    },
  },
  manifest: { network: [READ, { ...OPEN_PARTNER, scheme: 'key' }] },
  script: `return text(fetch(PARTNER + '/public'));`,
  harm: (watch) =>
    arrived(
      watch,
      'the key at another origin',
      ({ headers }) => headers.host === 'partner.example' && headers['x-api-key'] !== undefined,
    ),
});
