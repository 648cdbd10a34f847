import type { Fault } from '../fault.ts';
import { failsOnDeactivate } from '../scene/failing-script.ts';
import { expectGone } from '../victim.ts';

export const fault: Fault = {
  name: 'hangs-on-deactivate',
  weight: 4,
  script: failsOnDeactivate('await new Promise(() => {});'),
  inject: async (victim) => {
    const pid = await victim.start();
    await victim.unload();
    await expectGone(pid);
  },
};
