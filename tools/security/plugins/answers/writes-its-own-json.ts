import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'writes-its-own-json',
  aim: 'answers with an object that says itself how it is written',
  belt: 'answerCheck',
  control: { belts: { answerCheck: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering("{ toJSON: () => ({ items: [{ id: 'A1', name: 'bait' }] }) }"),
    }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).includes('bait')),
};
