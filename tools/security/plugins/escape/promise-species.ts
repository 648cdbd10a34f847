import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'promise-species',
  aim: 'puts a species into a promise, so that the runtime constructs its results with a function of the plugin',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const steal = `(async () => {
      let executor;
      class Spy extends Promise { constructor(run) { super(run); executor = run; } }
      await new Spy((go) => go()).then(() => 0);
      return executor["constructor"]["constructor"]("return process")();
    })()`;
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${steal}).pid + ' '`) });
  },
  harm: leaksPid,
};
