import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'has-a-getter',
  aim: 'answers with a getter, which could give another value each time it is looked at',
  belt: 'answerCheck',
  control: { belts: { answerCheck: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering("{ get items() { return [{ id: 'A1', name: 'bait' }] } }"),
    }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).includes('bait')),
};
