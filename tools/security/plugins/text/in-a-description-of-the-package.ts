import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { ANY_NAME, PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-description-of-the-package',
  aim: 'plays with the terminal through the description and the terms in its manifest',
  belt: 'the rule of plain texts and printable()',
  control: { edits: { ...PLAIN_TEXT, ...ANY_NAME } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering('{ items: [] }'),
      manifest: { description: TRICKS, termsNotice: TRICKS },
    }),
  act: async () => undefined,
  harm: (watch) => deceivesOn(watch, 'plugins', 'info', HOSTILE),
};
