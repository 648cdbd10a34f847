import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectCode, expectGone } from '../victim.ts';

export const fault: Fault = {
  name: 'is-killed',
  weight: 6,
  script: failsOnCall('await new Promise(() => {});'),
  inject: async (victim, turn) => {
    const pid = await victim.start();
    const open = turn % 2 === 0 ? victim.call(FAIL, 3_000) : undefined;
    process.kill(pid, 'SIGKILL');
    if (open !== undefined) expectCode(await open, 'CELL_CRASHED');
    await expectGone(pid);
    if (open === undefined) expectAnswer(await victim.call('any', 3_000));
  },
};
