import type { Attack } from '../../attack.ts';

import { digestOf, writePackage } from '../../scene/write-package.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { storedSecret } from '../../watch/harms.ts';
import { ANY_PATH } from '../../weakenings.ts';

const OUTSIDE = '../../user/canary.txt';

export const attack: Attack = {
  name: 'takes-a-file-from-outside',
  aim: 'names a file of the user as a file of the package, so that the host copies it into its store',
  belt: 'the rule of paths',
  control: { edits: ANY_PATH },
  build: ({ plugins, secret }) => {
    const script = scriptNamed('x');
    const files = { 'dist/plugin.js': digestOf(script), [OUTSIDE]: digestOf(`canary ${secret}\n`) };
    writePackage(plugins, { script, manifest: { assets: [OUTSIDE], files } });
  },
  act: async (host) => host.approve(),
  harm: storedSecret,
};
