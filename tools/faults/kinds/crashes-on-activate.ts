import type { Fault } from '../fault.ts';
import { failsOnActivate } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'crashes-on-activate',
  weight: 8,
  script: failsOnActivate("setTimeout(() => { throw new Error('bang'); }, 0); await new Promise(() => {});"),
  inject: async (victim) => expectCode(await victim.call('any', 3_000), 'CELL_CRASHED'),
};
