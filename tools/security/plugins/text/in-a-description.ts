import type { Attack } from '../../attack.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptWith } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'in-a-description',
  aim: 'plays with the terminal through names and descriptions of records',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins, folder }) => {
    writeFileSync(join(folder, 'plugins', 'account.csv'), 'Date,Amount\n1,2\n');
    const movement = `{ accountId: 'default', type: 'DEPOSIT', status: 'BOOKED', date: '2024-03-01', description: ${JSON.stringify(TRICKS)}, money: { amount: '1.00', currency: 'EUR' }, source: { rows: [1] } }`;
    const part = `{ accounts: [{ id: 'default', name: ${JSON.stringify(TRICKS)} }], cashMovements: [${movement}], rowsTotal: 1, problems: [{ code: 'ROW_MALFORMED', message: ${JSON.stringify(TRICKS)} }] }`;
    writePackage(plugins, {
      script: scriptWith(
        `account: { listAccounts: async () => ({ items: [] }) }, statement: { async *read() { yield ${part} } }`,
      ),
    });
  },
  act: async (host) => host.approve(),
  harm: (watch) => deceivesOn(watch, 'parse', 'plugins/account.csv'),
};
