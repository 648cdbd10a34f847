import type { Attack } from '../../attack.ts';

import { fillMemory, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';
import { CELL_PROCESS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'passes-the-limit-of-the-heap',
  aim: 'takes as much memory as it can while nobody watches from outside',
  belt: 'the limit of the heap',
  given: { belts: { rssWatch: false } },
  control: {
    edits: { [CELL_PROCESS]: [['--max-old-space-size=${heapMegabytes}', '--max-old-space-size=2000']] },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(fillMemory('Array.from({ length: 500_000 }, (_, i) => ({ i }))')),
    }),
  harm: tookMuchMemory,
};
