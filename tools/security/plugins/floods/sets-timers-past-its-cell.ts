import type { Attack } from '../../attack.ts';

import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sets-timers-past-its-cell',
  aim: 'has got past the runtime of its cell, which counts timers, and keeps the host busy with them',
  belt: 'floodLimits in the host',
  given: LEAKED_MODULES,
  control: { belts: { floodLimits: false } },
  settleMs: 800,
  build: ({ plugins }) => {
    const set = `send('{"type":"timer","id":' + (1_000_000 + n) + ',"delay":60000}')`;
    writePackage(plugins, { script: scriptDoing(`for (let n = 0; n < 5_000; n += 1) ${set}`, FORGERY) });
  },
  harm: livesOn,
};
