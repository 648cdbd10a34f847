import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'has-many-parts',
  aim: 'answers with a small object that unfolds into millions, because its parts are shared',
  belt: 'answerCheck and the contract',
  control: { belts: { answerCheck: false, frameLimit: false }, edits: ANY_ANSWER },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering(
        '(() => { let part = [1]; for (let n = 0; n < 21; n += 1) part = [part, part]; return { items: part }; })()',
      ),
    }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).length > 2_000_000),
};
