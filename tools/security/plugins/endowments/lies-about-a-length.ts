import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

/** An error that the runtime makes by itself; its methods are shared by the whole code of the runtime. */
function runtimeError(): object {
  try {
    return Buffer.alloc({} as number);
  } catch (error) {
    return error as object;
  }
}

const MISUSE = `crypto.getRandomValues(Object.defineProperty(new Uint8Array(4), 'byteLength', { value: '4' }))`;

export const attack: Attack = {
  name: 'lies-about-a-length',
  aim: 'gives an array a length that is no number, so that the runtime throws an error of its own class at it',
  belt: 'facades',
  control: { belts: { facades: false, realm: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking(
        `((() => { try { ${MISUSE}; globalThis.Buffer.alloc({}) } catch (error) { return error.toString } })()).toString().replace(/\\s+/g, ' ')`,
      ),
    }),
  harm: (watch) => isOfRuntime(watch, runtimeError().toString),
};
