import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-the-command-line',
  aim: 'learns from its command line where Bourse is installed',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptLeaking('globalThis.process.execPath') }),
  harm: (watch) => leaks(watch, process.execPath),
};
