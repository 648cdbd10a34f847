import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'breaks-the-contract',
  aim: 'answers with numbers where the contract has text',
  belt: 'the contract',
  control: { edits: ANY_ANSWER },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptAnswering('{ items: [{ id: 7, name: 12.5 }] }') }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).includes('12.5')),
};
