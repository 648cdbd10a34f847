import { inspect } from 'node:util';
import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { isOfRuntime } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'console-inspection',
  aim: 'has console.log call a method of its own, which is handed a function of the runtime',
  belt: 'facades and powers',
  // Without powers dropped the console of the runtime has a place to write to.
  control: { belts: { facades: false, powers: false } },
  build: ({ plugins }) => {
    const steal = `(() => {
      let stolen = 'nothing';
      const bait = { [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) { stolen = inspect; return ''; } };
      console.log(bait);
      console.error('%o', bait);
      return stolen;
    })()`;
    writePackage(plugins, { script: scriptLeaking(`${steal}.toString().replace(/\\s+/g, ' ')`) });
  },
  harm: (watch) => isOfRuntime(watch, inspect),
};
