import type { Attack } from '../../attack.ts';

import { fillMemory, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fills-the-heap',
  aim: 'takes as much memory as it can with objects',
  belt: 'rssWatch',
  // Large enough that V8 itself does not end the process first.
  limits: { heapMegabytes: 2_000 },
  control: { belts: { rssWatch: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(fillMemory('Array.from({ length: 500_000 }, (_, i) => ({ i }))')),
    }),
  harm: tookMuchMemory,
};
