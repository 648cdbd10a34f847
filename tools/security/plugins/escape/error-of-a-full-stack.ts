import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'error-of-a-full-stack',
  aim: 'takes an error that the runtime throws at the end of the stack and climbs up its constructor',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const steal = `(() => {
      const climb = (error) => error.constructor.constructor("return process")();
      const deep = () => { try { return deep(); } catch (error) { return climb(error); } };
      return deep();
    })()`;
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${steal}).pid + ' '`) });
  },
  harm: leaksPid,
};
