import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostBusy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'logs-without-end',
  aim: 'keeps the host busy with its log lines',
  belt: 'floodLimits in the cell',
  control: { belts: { floodLimits: false } },
  limits: { callMs: 15_000 },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing("for (let n = 0; n < 60_000; n += 1) console.log('line', n)"),
    }),
  harm: hostBusy,
};
