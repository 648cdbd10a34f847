import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fills-memory-while-loading',
  aim: 'takes as much memory as it can while its script is loaded',
  belt: 'rssWatch',
  limits: { loadMs: 4_000 },
  control: { belts: { rssWatch: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        '',
        'const kept = []; for (let n = 0; n < 28; n += 1) { kept.push(new Uint8Array(16_000_000).fill(n + 1)); for (let i = 0; i < 1e7; i += 1); } for (;;);',
      ),
    }),
  harm: tookMuchMemory,
};
