import type { Attack } from '../../attack.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptWith } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-failure',
  aim: 'plays with the terminal through the message of its failure',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins, folder }) => {
    writeFileSync(join(folder, 'plugins', 'account.csv'), 'Date,Amount\n1,2\n');
    const fail = `async *read() { throw Object.assign(new Error(${JSON.stringify(TRICKS)}), { code: 'ROW_MALFORMED', remedy: ${JSON.stringify(TRICKS)} }) }`;
    writePackage(plugins, {
      script: scriptWith(`account: { listAccounts: async () => ({ items: [] }) }, statement: { ${fail} }`),
    });
  },
  act: async (host) => host.approve(),
  harm: (watch) => deceivesOn(watch, 'parse', 'plugins/account.csv'),
};
