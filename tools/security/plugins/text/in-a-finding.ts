import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-finding',
  aim: 'plays with the terminal through a field that the host complains about',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering('{ items: [] }'),
      manifest: { [TRICKS]: 1, services: [TRICKS] },
    }),
  act: async () => undefined,
  harm: (watch) => deceivesOn(watch, 'plugins', 'validate', `plugins/${HOSTILE}`),
};
