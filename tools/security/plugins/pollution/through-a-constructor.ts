import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';
import { ANY_ANSWER } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'through-a-constructor',
  aim: "changes the host's Object.prototype with keys constructor and prototype in an answer",
  belt: 'the contract',
  control: { edits: ANY_ANSWER },
  build: ({ plugins }) => {
    writePackage(plugins, {
      script: scriptAnswering("{ items: [], constructor: { prototype: { polluted: 'yes' } } }"),
    });
  },
  harm: polluted,
};
