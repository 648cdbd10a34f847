import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode, expectGone } from '../victim.ts';
import { expectBusy } from '../watch/cells.ts';

export const fault: Fault = {
  name: 'is-killed',
  weight: 6,
  script: failsOnCall('for (;;);'),
  inject: async (victim, turn) => {
    const pid = await victim.start();
    if (turn % 2 === 0) {
      const open = victim.call(FAIL, 10_000);
      await expectBusy(pid);
      process.kill(pid, 'SIGKILL');
      expectCode(await open, 'CELL_CRASHED');
    } else {
      process.kill(pid, 'SIGKILL');
    }
    await expectGone(pid);
    await victim.start();
  },
};
