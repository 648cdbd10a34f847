import type { Attack } from '../../attack.ts';
import { scriptWith } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-health-report',
  aim: 'plays with the terminal through what it says of its own health',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) => {
    const trick = JSON.stringify(TRICKS);
    const report = `{ status: 'failing', message: ${trick}, metrics: { [${trick}]: ${trick} } }`;
    writePackage(plugins, {
      script: scriptWith(
        `account: { listAccounts: async () => ({ items: [] }) }, health: async () => (${report})`,
      ),
    });
  },
  act: async (host) => host.approve(),
  harm: (watch) => deceivesOn(watch, 'plugins', 'health', HOSTILE),
};
