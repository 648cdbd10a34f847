import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-crash',
  aim: 'plays with the terminal through the reason of its crash',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `Promise.reject(new Error(${JSON.stringify(TRICKS)})); await new Promise(() => {})`,
      ),
    }),
  act: async (host) => {
    await host.strike().catch(() => undefined);
  },
  harm: (watch) => deceivesOn(watch, 'plugins', 'history', HOSTILE),
};
