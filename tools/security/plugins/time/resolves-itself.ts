import type { Attack } from '../../attack.ts';

import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'resolves-itself',
  aim: 'answers with a thenable that resolves to itself for ever',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { callMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptAnswering('{ then(resolve) { resolve(this) } }') }),
  harm: (watch) => stillOpenAfter(watch, 3_500),
};
