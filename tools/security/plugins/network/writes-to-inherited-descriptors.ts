import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { CELL_PROCESS, LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'writes-to-inherited-descriptors',
  aim: 'has got out of the compartment and writes to whatever the host has open: its terminal, its sockets, its files',
  belt: 'the descriptors that a cell is started with',
  given: LEAKED_MODULES,
  control: {
    edits: {
      [CELL_PROCESS]: [["stdio: ['ignore', 'ignore', 'pipe'", "stdio: ['ignore', 'inherit', 'pipe'"]],
    },
  },
  build: ({ plugins }) => {
    const write = `try { ${builtin('fs')}.writeSync(n, 'words of a stranger') } catch {}`;
    // 2 to 4 are the cell's own: its stderr, which the host keeps, and its channel.
    const numbers =
      '[0, 1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]';
    writePackage(plugins, { script: scriptDoing(`for (const n of ${numbers}) { ${write} }`) });
  },
  harm: ({ host }) =>
    host.output.includes('words of a stranger') ? "the plugin wrote to the host's terminal" : undefined,
};
