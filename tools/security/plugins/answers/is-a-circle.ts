import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

export const attack: Attack = {
  name: 'is-a-circle',
  aim: 'answers with an object that holds itself, so that whoever walks through it never ends',
  belt: 'a process of its own and answerCheck',
  control: { inline: true },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering('(() => { const a = { items: [] }; a.self = a; return a; })()'),
    }),
  harm: ({ outcome }: Watch) =>
    outcome !== undefined && 'message' in outcome && outcome.message.startsWith('Maximum call stack')
      ? 'the host ran out of stack over the answer'
      : undefined,
};
