import type { Attack } from '../../attack.ts';

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { wrote } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'runs-when-it-is-installed',
  aim: 'runs a lifecycle script of its package when it is added',
  belt: 'packages are unpacked by the host, not installed by npm',
  control: {
    edits: {
      'core/dist/manager/plugin-installer.js': [
        [
          'async add(path, origin) {',
          "async add(path, origin) { process.getBuiltinModule('node:child_process').execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--install-links', path], { cwd: `${path}/..` });",
        ],
      ],
    },
  },
  build: ({ folder, target }) => {
    mkdirSync(join(folder, 'packages'));
    writePackage(join(folder, 'packages'), {
      script: scriptNamed('x'),
      packageJson: { scripts: { postinstall: `echo mine > ${target}` } },
    });
  },
  act: async (host) => host.manager.installer.add(join(host.scene.folder, 'packages', 'mallory')),
  harm: ({ scene }) => wrote(scene.target),
};
