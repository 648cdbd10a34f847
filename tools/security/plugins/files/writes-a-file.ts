import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { wrote } from '../../watch/harms.ts';
import { NOTHING_HOLDS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'writes-a-file',
  aim: 'writes a file into a folder of the user',
  belt: 'realm, powers and permission',
  control: NOTHING_HOLDS,
  build: ({ plugins, target }) => {
    writePackage(plugins, {
      script: scriptDoing(`${builtin('fs')}.writeFileSync(${JSON.stringify(target)}, 'mine')`),
    });
  },
  harm: ({ scene }) => wrote(scene.target),
};
