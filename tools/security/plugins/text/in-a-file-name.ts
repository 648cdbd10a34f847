import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-file-name',
  aim: 'plays with the terminal through the name of its folder',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      folder: TRICKS,
      script: scriptAnswering('{ items: [] }'),
      manifest: { api: '^9.0.0' },
    }),
  act: async () => undefined,
  harm: (watch) => deceivesOn(watch, 'plugins', 'info', HOSTILE),
};
