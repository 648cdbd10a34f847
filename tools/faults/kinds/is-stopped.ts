import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode, expectGone } from '../victim.ts';

export const fault: Fault = {
  name: 'is-stopped',
  weight: 5,
  script: failsOnCall(''),
  inject: async (victim) => {
    const pid = await victim.start();
    process.kill(pid, 'SIGSTOP');
    expectCode(await victim.call(FAIL, 300), 'CALL_TIMEOUT', 'CELL_UNRESPONSIVE');
    await expectGone(pid);
  },
};
