import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';
import { ENDLESS_PATTERN, ENDLESS_TEXT } from '../../scene/endless.ts';

export const attack: Attack = {
  name: 'recognises-files-with-a-pattern',
  aim: 'has the host look for its files with a regular expression that never ends',
  belt: 'signatures are plain text',
  control: {
    edits: {
      'core/dist/statement-files/match-signature.js': [
        ['text.includes(token)', 'new RegExp(token).test(text)'],
      ],
    },
  },
  build: ({ plugins }) => {
    const statements = [
      { format: 'mallory-txt', extension: 'txt', headerTokens: [ENDLESS_PATTERN], maxBytes: 1_000 },
    ];
    writePackage(plugins, { script: scriptNamed('x'), manifest: { statements } });
  },
  act: async (host) => {
    await host.approve();
    return host.manager.reader.recognise({ name: 'a.txt', head: new TextEncoder().encode(ENDLESS_TEXT) });
  },
  harm: (watch) => stillOpenAfter(watch, 2_500),
};
