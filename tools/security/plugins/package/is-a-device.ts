import type { Attack } from '../../attack.ts';

import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

const MEBIBYTE = 1024 * 1024;

export const attack: Attack = {
  name: 'is-a-device',
  aim: 'has a device that never ends in the place of its script, so that the host reads until its memory is full',
  belt: 'links, devices and pipes are not read',
  control: {
    edits: {
      'core/dist/manifest/read-file.js': [
        ['(constants.O_NOFOLLOW ?? 0)', '0'],
        // What a host does that trusts the package: it reads until the end. Bounded, for the sake of the machine.
        [
          'if (!stats.isFile())',
          'if (!stats.isFile()) for (globalThis.read = []; globalThis.read.length < 30; ) { const piece = Buffer.alloc(10485760); readSync(file, piece); globalThis.read.push(piece); } if (!stats.isFile())',
        ],
      ],
    },
  },
  build: ({ plugins }) => {
    const script = join(writePackage(plugins, { script: scriptNamed('x') }), 'dist', 'plugin.js');
    rmSync(script);
    symlinkSync('/dev/urandom', script);
  },
  act: async (host) => host.approve(),
  harm: ({ hostGrowth }: Watch) =>
    hostGrowth > 200 * MEBIBYTE ? `the host grew by ${Math.round(hostGrowth / MEBIBYTE)} MB` : undefined,
};
