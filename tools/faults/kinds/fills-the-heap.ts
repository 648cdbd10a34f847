import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'fills-the-heap',
  weight: 3,
  script: failsOnCall('const kept = []; for (let n = 0; ; n += 1) kept.push([n, n + 0.5, `${n}`]);'),
  inject: async (victim) => expectCode(await victim.call(FAIL, 20_000), 'CELL_OUT_OF_MEMORY'),
};
