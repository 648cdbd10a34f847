import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'throws',
  weight: 5,
  script: failsOnCall("throw new Error('no'.repeat(100_000));"),
  inject: async (victim) => {
    expectCode(await victim.call(FAIL, 3_000), 'PLUGIN_FAILED');
    expectAnswer(await victim.call('any', 3_000));
  },
};
