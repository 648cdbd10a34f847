import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'async-function-constructor',
  aim: 'makes a function of text through the constructor of asynchronous functions',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const steal = "Object.getPrototypeOf(async () => {}).constructor('return process')()";
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${steal}).pid + ' '`) });
  },
  harm: leaksPid,
};
