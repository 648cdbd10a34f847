import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'headers-prototype',
  aim: 'takes a function of the runtime from the prototype of Headers',
  belt: 'facades',
  control: { belts: { facades: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking(`(Headers.prototype.append).toString().replace(/\\s+/g, ' ')`),
    }),
  harm: (watch) => isOfRuntime(watch, Headers.prototype.append),
};
