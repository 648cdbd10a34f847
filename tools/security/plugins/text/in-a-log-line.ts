import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-log-line',
  aim: 'plays with the terminal of whoever reads its log',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `context.log.warn(${JSON.stringify(TRICKS)}, { field: ${JSON.stringify(TRICKS)} })`,
      ),
    }),
  act: async (host) => {
    await host.strike().catch(() => undefined);
    await host.manager.switch.unload(HOSTILE);
  },
  harm: (watch) => deceivesOn(watch, 'plugins', 'logs', HOSTILE),
};
