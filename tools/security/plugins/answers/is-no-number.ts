import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'is-no-number',
  aim: 'answers with NaN and Infinity, which no JSON can hold',
  belt: 'answerCheck and the contract',
  control: { belts: { answerCheck: false }, edits: ANY_ANSWER },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptAnswering('{ items: [], cash: [NaN, Infinity] }') }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).includes('null')),
};
