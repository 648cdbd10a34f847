import type { Attack } from '../../attack.ts';

import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'declares-without-end',
  aim: 'declares so many names that a parser takes for ever to tell whether one stands twice',
  belt: 'the scan compares no names',
  control: { edits: { 'core/dist/validation/syntax/script-parser.js': [['declareName() {', 'unused() {']] } },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: Array.from({ length: 120_000 }, (_, n) => `let a${n};`).join('') }),
  act: async (host) => host.approve(),
  harm: (watch) => stillOpenAfter(watch, 4_000),
};
