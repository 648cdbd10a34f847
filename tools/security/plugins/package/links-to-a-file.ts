import type { Attack } from '../../attack.ts';

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scriptNamed } from '../../scene/scripts.ts';
import { digestOf, writePackage } from '../../scene/write-package.ts';
import { storedSecret } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'links-to-a-file',
  aim: 'has a link to a file of the user in its package, so that the host copies it into its store',
  belt: 'no link is followed when a file is opened',
  control: { edits: { 'core/dist/manifest/read-file.js': [['(constants.O_NOFOLLOW ?? 0)', '0']] } },
  build: ({ plugins, canary, secret }) => {
    const script = scriptNamed('x');
    const files = { 'dist/plugin.js': digestOf(script), 'rates.txt': digestOf(`canary ${secret}\n`) };
    const folder = writePackage(plugins, { script, manifest: { assets: ['rates.txt'], files } });
    symlinkSync(canary, join(folder, 'rates.txt'));
  },
  act: async (host) => host.approve(),
  harm: storedSecret,
};
