import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'structured-clone-error',
  aim: 'takes the DOMException of the runtime from a copy that fails',
  belt: 'facades',
  control: { belts: { facades: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking(
        `((() => { try { structuredClone(() => 0) } catch (error) { return Object.getOwnPropertyDescriptor(Object.getPrototypeOf(error), "code").get } })()).toString().replace(/\\s+/g, ' ')`,
      ),
    }),
  harm: (watch) => isOfRuntime(watch, Object.getOwnPropertyDescriptor(DOMException.prototype, 'code')?.get),
};
