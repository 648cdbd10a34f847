import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sloppy-this',
  aim: 'calls a function without this, which then is the global object',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const steal = "(0, eval)('(function () { return this.process })()')";
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${steal}).pid + ' '`) });
  },
  harm: leaksPid,
};
