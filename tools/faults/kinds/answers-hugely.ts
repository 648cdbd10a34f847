import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'answers-hugely',
  weight: 4,
  script: failsOnCall("return { items: [{ id: 'A1', name: 'x'.repeat(9_000_000) }] };"),
  inject: async (victim) => {
    expectCode(await victim.call(FAIL, 5_000), 'MALFORMED_RESPONSE');
    expectAnswer(await victim.call('any', 3_000));
  },
};
