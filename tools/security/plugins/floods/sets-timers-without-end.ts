import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostBusy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'sets-timers-without-end',
  aim: 'keeps the host busy with timers, which the host counts down for it',
  belt: 'floodLimits in the cell',
  control: { belts: { floodLimits: false } },
  limits: { callMs: 15_000 },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('for (let n = 0; n < 200_000; n += 1) setTimeout(() => 0, 1)'),
    }),
  harm: hostBusy,
};
