import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'never-ends-itself',
  aim: 'matches a regular expression of its own that never ends',
  belt: 'deadlines',
  control: { belts: { deadlines: false } },
  limits: { callMs: 600, unresponsiveMs: 500 },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptDoing("/^(a+)+$/.test('a'.repeat(60) + 'b')") }),
  harm: (watch) => stillOpenAfter(watch, 3_500),
};
