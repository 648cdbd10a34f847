import type { Attack } from '../../attack.ts';

import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'nests-its-scopes',
  aim: 'uses a name that a cell does not have, over and over, as deep inside as a parser goes',
  belt: 'the limit of nesting, and each question answered once',
  control: {
    edits: {
      'core/dist/validation/syntax/scope.js': [['this.#known.get(name) ?? ', '']],
      'core/dist/validation/syntax/script-parser.js': [
        ['const SCOPE_LIMIT = 200;', 'const SCOPE_LIMIT = Infinity;'],
        ['const TOKEN_LIMIT = 500_000;', 'const TOKEN_LIMIT = Infinity;'],
      ],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: `${'{let a;'.repeat(500)}${'{process}'.repeat(400_000)}${'}'.repeat(500)}`,
    }),
  act: async (host) => host.approve(),
  harm: (watch) => stillOpenAfter(watch, 4_000),
};
