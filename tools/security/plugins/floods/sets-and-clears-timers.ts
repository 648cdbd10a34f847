import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostBusy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'sets-and-clears-timers',
  aim: 'keeps the host busy with timers of which never more than one waits',
  belt: 'floodLimits in the cell',
  control: { belts: { floodLimits: false } },
  limits: { callMs: 15_000 },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('for (let n = 0; n < 200_000; n += 1) clearTimeout(setTimeout(() => 0, 1_000))'),
    }),
  harm: hostBusy,
};
