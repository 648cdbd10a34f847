import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'timer-object',
  aim: 'climbs from the object that setTimeout gives to the timers of the runtime',
  belt: 'facades',
  control: { belts: { facades: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking(`(setTimeout(() => 0, 1).constructor).toString().replace(/\\s+/g, ' ')`),
    }),
  harm: (watch) => isOfRuntime(watch, setTimeout(() => 0, 0).constructor),
};
