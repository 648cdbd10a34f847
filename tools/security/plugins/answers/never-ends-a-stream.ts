import type { Attack } from '../../attack.ts';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'never-ends-a-stream',
  aim: 'reads one file for ever, always on time with the next part',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { streamMs: 1_000 },
  build: ({ plugins }) => {
    const read = 'async *read() { for (;;) { yield {}; await new Promise((go) => setTimeout(go, 5)); } }';
    writePackage(plugins, { script: scriptWith(`statement: { ${read} }`) });
  },
  act: async (host) => {
    await host.approve();
    return host.read();
  },
  harm: (watch) => stillOpenAfter(watch, 4_000),
};
