import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

const MEBIBYTE = 1024 * 1024;

export const attack: Attack = {
  name: 'sends-a-giant-frame',
  aim: 'fills the memory of the host with one message of 300 MB',
  belt: 'frameLimit',
  given: LEAKED_MODULES,
  control: { belts: { frameLimit: false } },
  build: ({ plugins }) => {
    const statements = `send('x'.repeat(${MEBIBYTE}), 0, 300 * ${MEBIBYTE});
      const { Buffer, process } = globalThis;
      const piece = Buffer.alloc(${MEBIBYTE});
      for (let n = 0; n < 298; n += 1) process.getBuiltinModule('node:fs').writeSync(4, piece);
      await new Promise(() => {})`;
    writePackage(plugins, { script: scriptDoing(statements, FORGERY) });
  },
  harm: ({ hostGrowth }) =>
    hostGrowth > 200 * MEBIBYTE ? `the host grew by ${Math.round(hostGrowth / MEBIBYTE)} MB` : undefined,
};
