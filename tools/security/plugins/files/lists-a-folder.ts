import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from '../../attack.ts';
import type { Scene } from '../../scene/scene.ts';
import { builtin, scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'lists-a-folder',
  aim: 'has got out of the compartment and learns the names of the files of the user',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: (scene) => {
    writeFileSync(join(scene.home, secretName(scene)), '');
    const list = `${builtin('fs')}.readdirSync(${JSON.stringify(scene.home)}).join()`;
    writePackage(scene.plugins, { script: scriptLeaking(list) });
  },
  harm: (watch) => leaks(watch, secretName(watch.scene)),
};

function secretName({ secret }: Scene): string {
  return `tax-${secret.slice(0, 8)}.pdf`;
}
