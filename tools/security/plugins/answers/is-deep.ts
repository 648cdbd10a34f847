import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'is-deep',
  aim: 'answers with something that is nested a thousand times',
  belt: 'answerCheck, messageCheck and the contract',
  control: { belts: { answerCheck: false, messageCheck: false }, edits: ANY_ANSWER },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering('{ items: JSON.parse(`[`.repeat(1000) + `]`.repeat(1000)) }'),
    }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).includes('['.repeat(900))),
};
