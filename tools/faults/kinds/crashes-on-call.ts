import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'crashes-on-call',
  weight: 8,
  script: failsOnCall("setTimeout(() => { throw new Error('bang'); }, 0); await new Promise(() => {});"),
  inject: async (victim) => expectCode(await victim.call(FAIL, 3_000), 'CELL_CRASHED'),
};
