import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'hangs',
  weight: 8,
  script: failsOnCall('await new Promise(() => {});'),
  inject: async (victim) => {
    expectAnswer(await victim.call('any', 3_000));
    expectCode(await victim.call(FAIL, 300), 'CALL_TIMEOUT');
    // A cell that listens loses the call only.
    expectAnswer(await victim.call('any', 3_000));
  },
};
