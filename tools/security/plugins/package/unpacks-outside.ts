import type { Attack } from '../../attack.ts';

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageArchive } from '../../scene/tar-archive.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { wrote } from '../../watch/harms.ts';
import { ANY_PATH } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'unpacks-outside',
  aim: 'is an archive with a path that leads out of it, so that unpacking it writes a file of the user',
  belt: 'the rule of paths, for archives too',
  control: { edits: ANY_PATH },
  build: ({ folder }) => {
    mkdirSync(join(folder, 'packages'));
    writeFileSync(
      join(folder, 'packages', 'evil.tgz'),
      packageArchive({ script: scriptNamed('x') }, { asset: '../../../user/written.txt' }),
    );
  },
  act: async (host) => host.manager.installer.add(join(host.scene.folder, 'packages', 'evil.tgz')),
  harm: ({ scene }) => wrote(scene.target),
};
