import type { Attack } from '../../attack.ts';

import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { CELL_PROCESS, LEAKED_MODULES } from '../../weakenings.ts';

const MEBIBYTE = 1024 * 1024;

export const attack: Attack = {
  name: 'writes-to-stderr',
  aim: 'has got out of the compartment and fills the memory of the host with what it writes to stderr',
  belt: 'the limit of what is kept of stderr',
  given: LEAKED_MODULES,
  control: { edits: { [CELL_PROCESS]: [['const STDERR_KEPT = 4_096;', 'const STDERR_KEPT = Infinity;']] } },
  build: ({ plugins }) => {
    const write = `fs.writeSync(2, piece, written)`;
    const statements = `const fs = ${builtin('fs')};
      const piece = globalThis.Buffer.alloc(${MEBIBYTE}, 'x');
      for (let n = 0; n < 300; n += 1) {
        for (let written = 0; written < piece.length; ) {
          try { written += ${write} } catch (error) { if (error.code !== 'EAGAIN') throw error }
        }
      }`;
    writePackage(plugins, { script: scriptDoing(statements) });
  },
  harm: ({ hostGrowth }) =>
    hostGrowth > 200 * MEBIBYTE ? `the host grew by ${Math.round(hostGrowth / MEBIBYTE)} MB` : undefined,
};
