import type { Attack } from '../../attack.ts';

import { fillMemory, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fills-array-buffers',
  aim: 'takes as much memory as it can with ArrayBuffers, which the limit of V8 does not count',
  belt: 'rssWatch',
  control: { belts: { rssWatch: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptDoing(fillMemory('new Uint8Array(16_000_000).fill(n + 1)')) }),
  harm: tookMuchMemory,
};
