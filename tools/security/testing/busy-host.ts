import type { Attack } from '../attack.ts';
import { scriptNamed } from '../scene/scripts.ts';
import { writePackage } from '../scene/write-package.ts';

/** An attack that keeps the host from answering for longer than a second. */
export const attack: Attack = {
  name: 'busy-host',
  aim: 'keeps the host busy',
  belt: 'none',
  control: {},
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('busy') }),
  act: async () => {
    const until = performance.now() + 1_500;
    while (performance.now() < until);
  },
  harm: () => undefined,
};
