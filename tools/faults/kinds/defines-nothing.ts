import type { Fault } from '../fault.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'defines-nothing',
  weight: 3,
  script: 'module.exports = { default: { type: 7 } };',
  inject: async (victim) => expectCode(await victim.call('any', 3_000), 'PLUGIN_DEFINITION_INVALID'),
};
