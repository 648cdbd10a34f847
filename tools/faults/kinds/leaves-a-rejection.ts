import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'leaves-a-rejection',
  weight: 6,
  script: failsOnCall("Promise.reject(new Error('nobody catches this')); await new Promise(() => {});"),
  inject: async (victim) => expectCode(await victim.call(FAIL, 3_000), 'CELL_CRASHED'),
};
