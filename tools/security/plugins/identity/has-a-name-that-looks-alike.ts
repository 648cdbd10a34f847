import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { ANY_NAME } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'has-a-name-that-looks-alike',
  aim: 'gives an institution the name of another in letters that look alike, and hopes that nobody is warned',
  belt: 'the rule of display names',
  control: { edits: ANY_NAME },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptNamed('x'), manifest: { institution: 'H\u0435althy Bank' } }),
  act: async () => undefined,
  harm: async (watch) => {
    if (watch.outcome === undefined) return undefined;
    const printed = await watch.bourse('plugins', 'info', HOSTILE);
    return printed.includes('althy Bank') && !printed.includes('TEXT_DECEPTIVE')
      ? 'the user is shown the name and no warning'
      : undefined;
  },
};
