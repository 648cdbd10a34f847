import type { Fault } from '../fault.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'throws-on-load',
  weight: 3,
  script: "throw new Error('not even loaded');",
  inject: async (victim) => expectCode(await victim.call('any', 3_000), 'PLUGIN_FAILED'),
};
