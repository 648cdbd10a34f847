import type { Attack } from '../../attack.ts';

import { fillMemory, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fills-memory-between-calls',
  aim: 'answers at once and takes as much memory as it can afterwards',
  belt: 'rssWatch',
  settleMs: 8_000,
  control: { belts: { rssWatch: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(`(async () => { ${fillMemory('new Uint8Array(16_000_000).fill(n + 1)', 200)} })()`),
    }),
  harm: tookMuchMemory,
};
