import { printable } from '@bourse/core';
import { sumMoney } from '../../money/sum-money.js';
import { formatMoney, formatQuantity } from '../../output/amounts.js';
import { moneyText } from '../../output/money-text.js';
import { word } from '../../output/word.js';
import { instrumentName } from './instrument-name.js';
import { recordAccount } from './record-account.js';
import { recordListCommand } from './record-list.js';
import { storedNote } from './stored-note.js';

/** `bourse actions` */
export const addActionsCommand = recordListCommand({
  name: 'actions',
  kind: 'CORPORATE_ACTION',
  description: 'corporate actions, oldest first: splits, mergers, spin-offs and what they did to holdings',
  examples: { 'bourse actions': 'all of them' },
  columns: [
    { title: 'date' },
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: 'type' },
    { title: 'holdings', shrinks: true },
    { title: 'cash', align: 'right' },
    { title: 'description', shrinks: true },
    { title: 'note', shrinks: true },
  ],
  toRow(stored) {
    const { record } = stored;
    const legs = record.legs.map(({ instrument, quantity }) => {
      const sign = quantity.startsWith('-') ? '' : '+';
      return `${sign}${formatQuantity(quantity)} ${instrumentName(instrument)}`;
    });
    return [
      record.date,
      recordAccount(record),
      word(record.type),
      legs.join(', '),
      moneyText(sumMoney(record.cash.map(({ money }) => money))),
      printable(record.description),
      storedNote(stored),
    ];
  },
  addUp(records) {
    const cash = sumMoney(records.flatMap((record) => record.cash.map(({ money }) => money)));
    return {
      json: { cash },
      rows: cash.map((money) => ['total', '', '', '', formatMoney(money)]),
    };
  },
  moneyOf: ({ cash, date }) => cash.map(({ money }) => ({ money, date })),
});
