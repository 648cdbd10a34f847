import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'fills-buffers',
  weight: 3,
  // V8's limit does not count these. 400 MB in all, so that a defect here does not take the machine along.
  script: failsOnCall(`const kept = [];
    for (let n = 0; n < 50; n += 1) {
      kept.push(new Uint8Array(8_000_000).fill(n));
      await new Promise((go) => setTimeout(go, 10));
    }
    await new Promise(() => {}, kept);`),
  inject: async (victim) => expectCode(await victim.call(FAIL, 20_000), 'CELL_OUT_OF_MEMORY'),
};
