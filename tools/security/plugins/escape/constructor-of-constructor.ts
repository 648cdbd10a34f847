import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'constructor-of-constructor',
  aim: 'makes a function of text through the constructor of a constructor',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const steal = "({})['constructor']['constructor']('return process')()";
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${steal}).pid + ' '`) });
  },
  harm: leaksPid,
};
