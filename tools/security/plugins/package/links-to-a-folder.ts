import type { Attack } from '../../attack.ts';

import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scriptNamed } from '../../scene/scripts.ts';
import { digestOf, writePackage } from '../../scene/write-package.ts';
import { storedSecret } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'links-to-a-folder',
  aim: 'has a link to a folder of the user in its package, and names a file behind it',
  belt: 'no link is followed on the way to a file',
  control: {
    edits: {
      'core/dist/manifest/folder-files.js': [
        ['#obstacleOn(path) {', '#obstacleOn(path) { return undefined;'],
      ],
    },
  },
  build: ({ plugins, canary, secret }) => {
    const script = scriptNamed('x');
    const files = { 'dist/plugin.js': digestOf(script), 'data/canary.txt': digestOf(`canary ${secret}\n`) };
    const folder = writePackage(plugins, { script, manifest: { assets: ['data/canary.txt'], files } });
    symlinkSync(dirname(canary), join(folder, 'data'));
  },
  act: async (host) => host.approve(),
  harm: storedSecret,
};
