import type { Fault } from '../fault.ts';
import { FAIL, failsOnCall } from '../scene/failing-script.ts';
import { expectCode } from '../victim.ts';

export const fault: Fault = {
  name: 'overflows-the-stack',
  weight: 4,
  script: failsOnCall('const dig = () => dig() + 1; dig();'),
  inject: async (victim) => expectCode(await victim.call(FAIL, 3_000), 'PLUGIN_FAILED'),
};
