import type { Fault } from '../fault.ts';
import { failsOnActivate } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'refuses-to-activate',
  weight: 4,
  script: failsOnActivate("throw new Error('not today');"),
  inject: async (victim) => expectCode(await victim.call('any', 3_000), 'PLUGIN_FAILED'),
};
