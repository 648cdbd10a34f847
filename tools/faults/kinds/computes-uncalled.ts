import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectGone } from '../victim.ts';

export const fault: Fault = {
  name: 'computes-uncalled',
  weight: 1,
  script: failsOnCall('setTimeout(() => { for (;;); }, 0);'),
  inject: async (victim) => {
    const pid = await victim.start();
    expectAnswer(await victim.call(FAIL, 3_000));
    await expectGone(pid);
  },
};
