import type { Attack } from '../../attack.ts';

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { answeredBy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'changes-before-it-starts',
  aim: 'exchanges its script in the folder after it was checked and before it starts',
  belt: 'cells are fed from the store alone',
  control: {
    edits: {
      'core/dist/manager/runtime-factory.js': [
        [
          'function readScript(state, { manifest, digest }) {',
          "function readScript(state, { manifest, digest }) { return process.getBuiltinModule('node:fs').readFileSync(`${state.home.folder}/../plugins/${manifest.id}/dist/plugin.js`, 'utf8');",
        ],
      ],
    },
  },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('checked') }),
  act: async (host) => {
    await host.approve();
    writeFileSync(join(host.scene.plugins, HOSTILE, 'dist', 'plugin.js'), scriptNamed('exchanged'));
    return host.call();
  },
  harm: (watch) => answeredBy(watch, 'exchanged'),
};
