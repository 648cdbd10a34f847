import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'through-an-answer',
  aim: "changes the host's Object.prototype with a key __proto__ in an answer",
  belt: 'answerCheck, messageCheck and the contract',
  control: { belts: { answerCheck: false, messageCheck: false }, edits: ANY_ANSWER },
  build: ({ plugins }) => {
    const answer = '{ "items": [], "__proto__": { "polluted": "yes" } }';
    writePackage(plugins, { script: scriptAnswering(`JSON.parse(${JSON.stringify(answer)})`) });
  },
  harm: polluted,
};
