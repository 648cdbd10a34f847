import type { Fault } from '../fault.ts';
import { failsOnDeactivate } from '../scene/failing-script.ts';
import { expectGone } from '../victim.ts';

export const fault: Fault = {
  name: 'loops-on-deactivate',
  weight: 3,
  script: failsOnDeactivate('for (;;);'),
  inject: async (victim) => {
    const pid = await victim.start();
    await victim.unload();
    await expectGone(pid);
  },
};
