import type { Attack } from '../../attack.ts';

import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'keeps-the-scan-busy',
  aim: 'has a regular expression that is never run, but that takes for ever to be checked',
  belt: 'the scan compares no patterns',
  control: {
    edits: { 'core/dist/validation/syntax/script-parser.js': [['validateRegExpPattern() {', 'unused() {']] },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: `/${'(?:(?<a>x)|'.repeat(2_500)}${')'.repeat(2_500)}/u;` }),
  act: async (host) => host.approve(),
  harm: (watch) => stillOpenAfter(watch, 4_000),
};
