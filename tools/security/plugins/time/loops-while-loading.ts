import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'loops-while-loading',
  aim: 'computes for ever while its script is loaded',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { loadMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptDoing('', 'for (;;);') }),
  harm: (watch) => stillOpenAfter(watch, 3_500),
};
