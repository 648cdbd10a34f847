import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'url-prototype',
  aim: 'takes a function of the runtime from the prototype of URL',
  belt: 'facades',
  control: { belts: { facades: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking(
        `(Object.getOwnPropertyDescriptor(URL.prototype, 'href').set).toString().replace(/\\s+/g, ' ')`,
      ),
    }),
  harm: (watch) => isOfRuntime(watch, Object.getOwnPropertyDescriptor(URL.prototype, 'href')?.set),
};
