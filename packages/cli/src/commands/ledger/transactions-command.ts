import type { Charge, Money } from '@bourse/core/interfaces';
import { sumMoney } from '../../money/sum-money.js';
import { formatMoney, formatQuantity } from '../../output/amounts.js';
import { moneyText } from '../../output/money-text.js';
import { word } from '../../output/word.js';
import { instrumentName } from './instrument-name.js';
import { priceText } from './price-text.js';
import { recordAccount } from './record-account.js';
import { recordListCommand } from './record-list.js';
import { storedNote } from './stored-note.js';

/** `bourse transactions` */
export const addTransactionsCommand = recordListCommand({
  name: 'transactions',
  kind: 'TRANSACTION',
  description: 'purchases and sales, oldest first',
  examples: {
    'bourse transactions --since 2024-01-01 --until 2024-12-31': 'those of one year',
    'bourse transactions --account savings --json': 'with every field, for programs',
  },
  columns: [
    { title: 'date' },
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: '' },
    { title: 'quantity', align: 'right' },
    { title: 'instrument', shrinks: true },
    { title: 'price', align: 'right', leaves: 2 },
    { title: 'charges', align: 'right', leaves: 1 },
    { title: 'cash', align: 'right' },
    { title: 'note', shrinks: true },
  ],
  toRow(stored) {
    const { record } = stored;
    return [
      record.tradeDate,
      recordAccount(record),
      word(record.side),
      formatQuantity(record.quantity),
      instrumentName(record.instrument),
      record.price === undefined ? '' : priceText(record.price, record.currency, record.priceType),
      moneyText(sumMoney(moneyOf(record.charges))),
      formatMoney(record.netAmount),
      storedNote(stored),
    ];
  },
  addUp(records) {
    const cash = sumMoney(records.map(({ netAmount }) => netAmount));
    const charges = sumMoney(records.flatMap((record) => moneyOf(record.charges)));
    const currencies = [...new Set([...cash, ...charges].map(({ currency }) => currency))].sort();
    const shown = (amounts: readonly Money[], currency: string): string =>
      moneyText(amounts.filter((money) => money.currency === currency));
    return {
      json: { cash, charges },
      rows: currencies.map((currency) => [
        'total',
        '',
        '',
        '',
        '',
        '',
        shown(charges, currency),
        shown(cash, currency),
      ]),
    };
  },
  moneyOf: ({ netAmount, tradeDate, fx }) => [{ money: netAmount, date: tradeDate, fx }],
});

function moneyOf(charges: readonly Charge[]): Money[] {
  return charges.flatMap((charge) => ('money' in charge ? [charge.money] : []));
}
