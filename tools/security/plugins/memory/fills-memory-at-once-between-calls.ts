import type { Attack } from '../../attack.ts';

import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { tookMuchMemory } from '../../watch/harms.ts';

/** 1.2 GB without a pause, long after the call was answered. */
const FILL = `setTimeout(() => {
  const kept = [];
  for (let n = 0; n < 75; n += 1) kept.push(new Uint8Array(16_000_000).fill(n + 1));
}, 1_300)`;

export const attack: Attack = {
  name: 'fills-memory-at-once-between-calls',
  aim: 'waits until nobody looks closely any more, then takes memory without a pause',
  belt: 'rssWatch, which looks closely whenever a cell works',
  settleMs: 6_000,
  control: {
    edits: {
      'core/dist/cell/host/usage-watch.js': [
        ['this.#tick > BUSY_TICK_MS', 'false'],
        // On a busy machine the distant look may come in time by chance.
        ['IDLE_TICK_MS = 1_000', 'IDLE_TICK_MS = 10_000'],
      ],
    },
  },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptAnswering(`(${FILL}, { items: [] })`) }),
  harm: tookMuchMemory,
};
