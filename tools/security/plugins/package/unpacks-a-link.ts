import type { Attack } from '../../attack.ts';

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageArchive } from '../../scene/tar-archive.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { taken } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'unpacks-a-link',
  aim: 'is an archive with a symbolic link, which a later entry could be written through',
  belt: 'archives hold plain files and folders',
  control: { edits: { 'core/dist/store/package-archive/unpack.js': [['!FILE_TYPES.has(type)', 'false']] } },
  build: ({ folder }) => {
    mkdirSync(join(folder, 'packages'));
    writeFileSync(
      join(folder, 'packages', 'evil.tgz'),
      packageArchive(
        { script: scriptNamed('x') },
        { entries: [{ path: 'package/data', type: '2', link: '../../../user' }] },
      ),
    );
  },
  act: async (host) => host.manager.installer.add(join(host.scene.folder, 'packages', 'evil.tgz')),
  harm: (watch) => taken(watch, () => true),
};
