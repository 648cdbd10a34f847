import type { Attack } from '../../attack.ts';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'breaks-the-contract-a-million-times',
  aim: 'yields one part with so many broken records that the host takes for ever to say what is wrong with each',
  belt: 'a part that is too long is refused as a whole',
  control: { edits: { 'core/dist/statements/salvage-part.js': [['    expectBounded(value);', '']] } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptWith('statement: { async *read() { yield { transactions: Array(480_000).fill({}) } } }'),
    }),
  act: async (host) => {
    await host.approve();
    return host.read('x'.repeat(900_000));
  },
  harm: (watch) => stillOpenAfter(watch, 4_000),
};
