import type { Attack } from '../../attack.ts';

import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'loops-while-starting',
  aim: 'computes for ever in activate',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { activateMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptWith('get account() { for (;;); }') }),
  harm: (watch) => stillOpenAfter(watch, 3_500),
};
