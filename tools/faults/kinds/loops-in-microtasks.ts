import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode, expectGone } from '../victim.ts';

export const fault: Fault = {
  name: 'loops-in-microtasks',
  weight: 4,
  script: failsOnCall('for (;;) await undefined;'),
  inject: async (victim) => {
    const pid = await victim.start();
    expectCode(await victim.call(FAIL, 300), 'CALL_TIMEOUT', 'CELL_UNRESPONSIVE');
    await expectGone(pid);
  },
};
