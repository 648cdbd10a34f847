import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'climbs-from-a-failed-disposal',
  aim: "climbs from the error of two failed disposals, whose class no compartment names, to the runtime's own Error, and has it hand over the frames of the stack",
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const frames = `(() => {
      try {
        (0, eval)('{ using a = { [Symbol.dispose]() { throw 1 } }, b = { [Symbol.dispose]() { throw 2 } } }');
      } catch (error) {
        const RuntimeError = Object.getPrototypeOf(error.constructor);
        RuntimeError.prepareStackTrace = (_, frames) => frames.map((frame) => frame.getFileName()).join(' ');
        const holder = {};
        RuntimeError.captureStackTrace(holder);
        return holder.stack;
      }
    })()`;
    writePackage(plugins, { script: scriptLeaking(frames) });
  },
  harm: ({ answer }) =>
    JSON.stringify(answer ?? '').includes('guest.cjs')
      ? 'the plugin was handed the frames of the guest'
      : undefined,
};
