import { OPEN_PARTNER, READ } from '../../online/online.ts';
import { arrived } from '../../online/harms.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'declares-a-key-that-is-not-tied',
  aim: 'is approved although it sends the key of the user where it is not tied to',
  belt: 'a manifest whose schemes use more than the permission names is refused',
  given: {
    edits: { 'core/dist/gateway/scheme/recipe-run.js': [['if (!this.#allowed.has(name))', 'if (false)']] },
  },
  control: {
    edits: {
      'core/dist/gateway/scheme/check/check-permission.js': [
        ['...checkTied(references, new Set(credentials), path),', ''],
      ],
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
