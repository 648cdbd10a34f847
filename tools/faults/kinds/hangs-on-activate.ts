import type { Fault } from '../fault.ts';
import { failsOnActivate } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'hangs-on-activate',
  weight: 2,
  script: failsOnActivate('await new Promise(() => {});'),
  inject: async (victim) => expectCode(await victim.call('any', 3_000), 'CELL_UNRESPONSIVE'),
};
