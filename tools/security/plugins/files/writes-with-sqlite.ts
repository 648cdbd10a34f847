import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { wrote } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'writes-with-sqlite',
  aim: 'has got out of the compartment and writes a file with node:sqlite, which the permission model does not cover',
  belt: 'powers alone',
  given: LEAKED_REALM,
  control: { belts: { powers: false } },
  build: ({ plugins, target }) => {
    const open = `new (${builtin('sqlite')}.DatabaseSync)(${JSON.stringify(target)})`;
    writePackage(plugins, { script: scriptDoing(`${open}.exec('CREATE TABLE mine (a)')`) });
  },
  harm: ({ scene }) => wrote(scene.target),
};
