import type { Attack } from '../../attack.ts';

import { writePackage } from '../../scene/write-package.ts';
import { hostBusy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'has-too-many-words',
  aim: 'has a script of eight million bytes that says nothing, so that the host is busy reading it',
  belt: 'the limit of words of a script',
  control: {
    edits: {
      'core/dist/validation/syntax/script-parser.js': [
        ['const TOKEN_LIMIT = 500_000;', 'const TOKEN_LIMIT = Infinity;'],
      ],
    },
  },
  build: ({ plugins }) => void writePackage(plugins, { script: `[${'1,'.repeat(4_000_000)}];` }),
  act: async (host) => host.approve(),
  harm: hostBusy,
};
