import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'answers-too-late',
  weight: 6,
  script: failsOnCall(
    "await new Promise((go) => setTimeout(go, 900)); return { items: [{ id: 'A1', name: 'late' }] };",
  ),
  inject: async (victim) => {
    expectAnswer(await victim.call('any', 3_000));
    expectCode(await victim.call(FAIL, 300), 'CALL_TIMEOUT');
    await wait(700);
    // The late answer is nobody's by now.
    expectAnswer(await victim.call('any', 3_000));
  },
};
