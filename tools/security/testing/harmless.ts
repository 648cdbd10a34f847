import type { Attack } from '../attack.ts';
import { scriptNamed } from '../scene/scripts.ts';
import { writePackage } from '../scene/write-package.ts';
import { leaks } from '../watch/harms.ts';

/** No attack at all: its control has nothing to show. */
export const attack: Attack = {
  name: 'harmless',
  aim: 'does nothing',
  belt: 'none',
  control: {},
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('harmless') }),
  harm: (watch) => leaks(watch),
};
