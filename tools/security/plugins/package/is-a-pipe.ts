import type { Attack } from '../../attack.ts';

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'is-a-pipe',
  aim: 'has a named pipe in the place of its script, so that the host waits for ever when it opens it',
  belt: 'opening a file waits for nobody',
  control: { edits: { 'core/dist/manifest/read-file.js': [['(constants.O_NONBLOCK ?? 0)', '0']] } },
  build: ({ plugins }) => {
    const script = join(writePackage(plugins, { script: scriptNamed('x') }), 'dist', 'plugin.js');
    rmSync(script);
    execFileSync('mkfifo', [script]);
  },
  act: async (host) => host.approve(),
  harm: (watch) => stillOpenAfter(watch, 2_000),
};
