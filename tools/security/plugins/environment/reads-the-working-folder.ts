import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { CELL_PROCESS, LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-the-working-folder',
  aim: 'has got out of the compartment and learns in which folder the user works',
  belt: 'the working folder of a cell',
  given: LEAKED_REALM,
  control: { edits: { [CELL_PROCESS]: [["cwd: '/',", '']] } },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptLeaking('globalThis.process.cwd()') }),
  harm: (watch) => leaks(watch, watch.scene.folder),
};
