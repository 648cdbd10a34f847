import type { Attack } from '../../attack.ts';

import { fillMemory, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fills-strings',
  aim: 'takes as much memory as it can with text',
  belt: 'rssWatch',
  limits: { heapMegabytes: 2_000 },
  control: { belts: { rssWatch: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        fillMemory(
          "String.fromCharCode(97 + n % 26).repeat(16_000_000).replace('z', 'y').split('').reverse().join('').slice(1)",
        ),
      ),
    }),
  harm: tookMuchMemory,
};
