import type { Attack } from '../attack.ts';
import { scriptNamed } from '../scene/scripts.ts';
import { writePackage } from '../scene/write-package.ts';

/** An attack whose control takes away what the code does not hold any more. */
export const attack: Attack = {
  name: 'misfit',
  aim: 'does nothing',
  belt: 'a belt that was built otherwise meanwhile',
  control: { edits: { 'core/dist/text/printable.js': [['words that stand nowhere', '']] } },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('misfit') }),
  harm: () => undefined,
};
