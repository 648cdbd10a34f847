import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'rewrites-the-store',
  aim: 'has got out of the compartment and replaces the approved scripts of the others by its own',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, home }) => {
    const statements = `const fs = ${builtin('fs')};
      for (const path of fs.globSync('store/*/sha256-*', { cwd: ${JSON.stringify(home)} })) {
        fs.rmSync(${JSON.stringify(home)} + '/' + path);
        fs.writeFileSync(${JSON.stringify(home)} + '/' + path, 'replaced');
      }`;
    writePackage(plugins, { script: scriptDoing(statements) });
  },
  harm: ({ scene }: Watch) => {
    const replaced = globSync('store/*/sha256-*', { cwd: scene.home }).filter(
      (path) => readFileSync(join(scene.home, path), 'utf8') === 'replaced',
    );
    return replaced.length === 0 ? undefined : `${replaced.length} stored scripts were replaced`;
  },
};
