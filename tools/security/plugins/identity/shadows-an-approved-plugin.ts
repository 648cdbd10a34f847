import type { Attack } from '../../attack.ts';

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { answeredBy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'shadows-an-approved-plugin',
  aim: 'is another package with the id of an approved plugin, and stands where that one stood',
  belt: 'approvals belong to the name of the package',
  control: {
    edits: {
      'core/dist/manager/catalog.js': [
        ['const owner = findOwner(found, record, sources.releasedDigests);', 'const owner = found[0];'],
      ],
    },
  },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('original') }),
  act: async (host) => {
    await host.strike();
    rmSync(join(host.scene.plugins, HOSTILE), { recursive: true });
    writePackage(host.scene.plugins, {
      name: `@evil/plugin-${HOSTILE}`,
      version: '1.0.1',
      script: scriptNamed('impostor'),
    });
    return host.reopen().call();
  },
  harm: (watch) => answeredBy(watch, 'impostor'),
};
