import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'abort-signal',
  aim: 'takes a function of the runtime from an AbortSignal',
  belt: 'facades',
  control: { belts: { facades: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking(
        `(Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted').get).toString().replace(/\\s+/g, ' ')`,
      ),
    }),
  harm: (watch) => isOfRuntime(watch, Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted')?.get),
};
