import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'imports',
  aim: 'loads a module of Node with an import() that it makes of text',
  belt: 'realm and powers',
  control: { belts: { realm: false, powers: false } },
  build: ({ plugins }) => {
    writePackage(plugins, {
      script: scriptLeaking("'pid ' + (await (0, eval)('imp' + 'ort(\"node:process\")')).pid + ' '"),
    });
  },
  harm: leaksPid,
};
