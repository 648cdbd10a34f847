import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { manifestOf, writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

const MEBIBYTE = 1024 * 1024;

export const attack: Attack = {
  name: 'has-a-giant-manifest',
  aim: 'has a manifest of 50 MB, so that the host is busy before anybody approved anything',
  belt: 'the size of a manifest',
  control: {
    edits: {
      'core/dist/manifest/read-manifest.js': [
        ['export const MANIFEST_MAX_BYTES = 256 * 1024;', 'export const MANIFEST_MAX_BYTES = Infinity;'],
      ],
    },
  },
  build: ({ folder }) => {
    const script = scriptNamed('x');
    const padding = `"schemes":{${Array.from({ length: 2_000_000 }, (_, n) => `"name-number-${n}":{}`).join()}},`;
    const manifestText = JSON.stringify(manifestOf({ script })).replace('{', `{${padding}`);
    writePackage(join(folder, 'packages'), { script, manifestText });
  },
  act: async (host) => {
    renameSync(join(host.scene.folder, 'packages', HOSTILE), join(host.scene.plugins, HOSTILE));
    return host.reopen().manager.list().length;
  },
  harm: ({ hostGrowth }: Watch) =>
    hostGrowth > 150 * MEBIBYTE ? `the host grew by ${Math.round(hostGrowth / MEBIBYTE)} MB` : undefined,
};
