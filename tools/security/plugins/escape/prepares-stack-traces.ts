import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'prepares-stack-traces',
  aim: 'has the runtime hand it the frames of the stack, with the functions and files of the cell in them',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const frames = `(() => {
      Error.prepareStackTrace = (error, frames) => frames.map((frame) => frame.getFileName()).join(' ');
      const holder = {};
      Error.captureStackTrace?.(holder);
      return String(holder.stack ?? new Error('x').stack);
    })()`;
    writePackage(plugins, { script: scriptLeaking(frames) });
  },
  harm: ({ answer }) =>
    JSON.stringify(answer ?? '').includes('guest.cjs')
      ? 'the plugin was handed the frames of the guest'
      : undefined,
};
