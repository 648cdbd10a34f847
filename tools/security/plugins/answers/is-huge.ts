import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'is-huge',
  aim: 'answers with more than one message may hold',
  belt: 'answerCheck, frameLimit and the contract',
  control: { belts: { answerCheck: false, frameLimit: false }, edits: ANY_ANSWER },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptAnswering("{ items: 'x'.repeat(9_000_000) }") }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).length > 8_500_000),
};
