import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptStoppingWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'loops-while-stopping',
  aim: 'computes for ever in its deactivation',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { deactivateMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptStoppingWith('for (;;);') }),
  act: async (host) => {
    await host.strike();
    return host.manager.switch.unload(HOSTILE);
  },
  harm: (watch) => stillOpenAfter(watch, 3_500),
};
