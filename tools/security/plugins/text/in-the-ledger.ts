import type { Attack } from '../../attack.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptWith } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { deceivesOn } from '../../watch/harms.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

/** Everything that shows what the ledger holds. */
const LOOKS: readonly (readonly string[])[] = [
  ['import', 'plugins/account.csv'],
  ['import', '--list'],
  ['portfolio', '--base', 'EUR'],
  ['portfolio', '--explain', 'US0378331005'],
  ['transactions'],
  ['dividends'],
  ['fees'],
  ['cash'],
  ['transfers'],
  ['actions'],
];

/** Source text of parts with a record of every kind, in which every text that is free is a trick. */
const PARTS = `
  const tricks = ${JSON.stringify(TRICKS)};
  const eur = (amount) => ({ amount, currency: 'EUR' });
  const instrument = {
    kind: 'EQUITY', name: tricks, symbol: tricks, isin: 'US0378331005', currency: 'EUR', brokerId: tricks,
    figi: tricks, cusip: tricks, sedol: tricks, underlying: { symbol: tricks, brokerId: tricks },
  };
  const nameless = { kind: 'EQUITY', name: tricks, symbol: tricks };
  const common = { accountId: tricks, status: 'BOOKED', date: '2024-03-01', description: tricks };
  const source = (row, of = {}) => ({ section: tricks, recordId: tricks + row, part: tricks, groupId: tricks, rows: [row], ...of });
  const charges = [{ kind: 'COMMISSION', money: eur('1.00') }];
  const parts = [{
    accounts: [{ id: tricks, name: tricks, type: tricks, cash: [eur('7.00')], asOf: '2024-03-31', source: { section: tricks } }],
    cashMovements: [
      { ...common, type: 'DEPOSIT', money: eur('500.00'), orderId: tricks, instrument, source: source(1) },
      { ...common, type: 'OTHER', money: eur('1.00'), relatesTo: { recordId: tricks }, source: source(2) },
    ],
    transactions: [{
      accountId: tricks, orderId: tricks, executionId: tricks, instrument, side: 'BUY', quantity: '10', price: '12.50',
      currency: 'EUR', grossAmount: '125.00', charges, netAmount: eur('-126.00'), tradeDate: '2024-03-01', venue: tricks,
      status: 'BOOKED', source: source(3),
    }],
    dividends: [{
      accountId: tricks, instrument, kind: 'CASH', status: 'PAID', currency: 'EUR', gross: '8.00',
      withholdings: [{ money: eur('1.20') }], charges: [], net: '6.80', date: '2024-03-05', source: source(4),
    }],
    transfers: [{
      ...common, type: 'TRANSFER_IN', instrument: nameless, quantity: '2', charges: [], counterparty: tricks, network: tricks,
      txId: tricks, source: source(5),
    }],
    corporateActions: [{
      ...common, type: 'SPLIT', eventId: tricks, ratio: { from: '1', to: '2' }, legs: [{ instrument, quantity: '10' }],
      cash: [], source: source(6),
    }],
    positions: [{ accountId: tricks, instrument, quantity: '3', currency: 'EUR', asOf: '2024-03-31', source: {} }],
    rowsTotal: 6,
    problems: [{ code: 'ROW_MALFORMED', message: tricks, remedy: tricks }],
  }];`;

export const attack: Attack = {
  name: 'in-the-ledger',
  aim: 'plays with the terminal of whoever looks at what the ledger holds',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) => {
    writeFileSync(join(plugins, 'account.csv'), `Date,Amount\n${'1,2\n'.repeat(6)}`);
    writePackage(plugins, {
      script: scriptWith(
        `account: { listAccounts: async () => ({ items: [] }) }, statement: { async *read() { yield* parts } }`,
        PARTS,
      ),
    });
  },
  act: async (host) => host.approve(),
  harm: async (watch) => {
    for (const words of LOOKS) {
      const found = await deceivesOn(watch, ...words);
      if (found !== undefined) return `${words[0]}: ${found}`;
    }
    return undefined;
  },
};
