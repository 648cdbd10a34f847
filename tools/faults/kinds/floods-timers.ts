import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'floods-timers',
  weight: 3,
  script: failsOnCall('for (let n = 0; n < 100_000; n += 1) setTimeout(() => 0, 1);'),
  inject: async (victim) => expectCode(await victim.call(FAIL, 10_000), 'PLUGIN_FAILED'),
};
