import type { Attack } from '../../attack.ts';

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageArchive } from '../../scene/tar-archive.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import type { Watch } from '../../watch/watch.ts';

const MEBIBYTE = 1024 * 1024;

export const attack: Attack = {
  name: 'is-a-bomb',
  aim: 'is an archive of a few hundred KB that unpacks to 400 MB',
  belt: 'the limits of unpacking',
  control: {
    edits: { 'core/dist/store/package-archive/inflate.js': [['maxOutputLength: UNPACKED_MAX_BYTES', '']] },
  },
  build: ({ folder }) => {
    mkdirSync(join(folder, 'packages'));
    writeFileSync(
      join(folder, 'packages', 'evil.tgz'),
      packageArchive(
        { script: scriptNamed('x') },
        { entries: [{ path: 'package/zeros', content: '\0'.repeat(400 * MEBIBYTE) }] },
      ),
    );
  },
  act: async (host) => host.manager.installer.add(join(host.scene.folder, 'packages', 'evil.tgz')),
  harm: ({ hostGrowth }: Watch) =>
    hostGrowth > 200 * MEBIBYTE ? `the host grew by ${Math.round(hostGrowth / MEBIBYTE)} MB` : undefined,
};
