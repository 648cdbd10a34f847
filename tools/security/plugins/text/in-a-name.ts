import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { ANY_NAME, PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-name',
  aim: 'plays with the terminal through its institution, where the user decides whether to trust it',
  belt: 'the rule of display names and printable()',
  control: { edits: { ...PLAIN_TEXT, ...ANY_NAME } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering('{ items: [] }'),
      manifest: { institution: `Acme${TRICKS}` },
    }),
  act: async () => undefined,
  harm: (watch) => deceivesOn(watch, 'plugins'),
};
