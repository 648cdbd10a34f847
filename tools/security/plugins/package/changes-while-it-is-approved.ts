import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { answeredBy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'changes-while-it-is-approved',
  aim: 'is exchanged after the user looked at it and before he approves it',
  belt: 'what is approved is the digest that was shown',
  control: { edits: { 'core/dist/manager/store-version.js': [['digest !== candidate.digest', 'false']] } },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('shown') }),
  act: async (host) => {
    host.manager.list();
    writePackage(host.scene.plugins, { script: scriptNamed('exchanged') });
    return host.strike();
  },
  harm: (watch) => answeredBy(watch, 'exchanged'),
};
