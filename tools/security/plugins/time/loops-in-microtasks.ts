import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'loops-in-microtasks',
  aim: 'never lets its process come to rest, though no single step is long',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { callMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptDoing('for (;;) await undefined') }),
  harm: (watch) => stillOpenAfter(watch, 3_500),
};
