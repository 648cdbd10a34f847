import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { CELL_PROCESS, LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-the-environment',
  aim: 'has got out of the compartment and reads the variables that the user gave the host',
  belt: 'the empty environment of a cell',
  given: LEAKED_REALM,
  control: { edits: { [CELL_PROCESS]: [["env: { TZ: 'UTC', LANG: 'C' }", 'env: process.env']] } },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptLeaking('globalThis.process.env.SECRET') }),
  harm: (watch) => leaks(watch),
};
