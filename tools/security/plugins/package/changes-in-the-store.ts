import type { Attack } from '../../attack.ts';

import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { answeredBy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'changes-in-the-store',
  aim: 'has got its approved script exchanged in the store itself',
  belt: 'what is stored is hashed again whenever it is read',
  control: {
    edits: { 'core/dist/store/plugin-store.js': [['digestOfBytes(content) === expected', 'true']] },
  },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('approved') }),
  act: async (host) => {
    await host.approve();
    for (const path of globSync('store/*/sha256-*', { cwd: host.scene.home })) {
      const file = join(host.scene.home, path);
      if (!readFileSync(file, 'utf8').includes('approved')) continue;
      rmSync(file);
      writeFileSync(file, scriptNamed('exchanged'));
    }
    return host.call();
  },
  harm: (watch) => answeredBy(watch, 'exchanged'),
};
