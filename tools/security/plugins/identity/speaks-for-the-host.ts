import type { Attack } from '../../attack.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';

const ADVICE = 'Delete the folder of your data.';

export const attack: Attack = {
  name: 'speaks-for-the-host',
  aim: 'fails with a code of the host, so that the user takes its advice for one about his ledger',
  belt: 'the host keeps its own codes',
  control: {
    edits: {
      'core/dist/interfaces/problems/plugin-problem.js': [
        ['if (CODES_OF_PLUGINS.has(draft.code))', 'if (true)'],
      ],
    },
  },
  build: ({ plugins, folder }) => {
    writeFileSync(join(folder, 'plugins', 'account.csv'), 'Date,Amount\n1,2\n');
    const problem = JSON.stringify({ code: 'LEDGER_UNAVAILABLE', remedy: ADVICE });
    const fail = `async *read() { throw Object.assign(new Error('The ledger is damaged.'), ${problem}) }`;
    writePackage(plugins, {
      script: scriptWith(`account: { listAccounts: async () => ({ items: [] }) }, statement: { ${fail} }`),
    });
  },
  act: async (host) => host.approve(),
  harm: async (watch) => {
    if (watch.outcome === undefined) return undefined;
    const printed = await watch.bourse('parse', 'plugins/account.csv');
    return printed.includes('LEDGER_UNAVAILABLE') && printed.includes(ADVICE)
      ? 'the user is told by the host itself to delete his data'
      : undefined;
  },
};
