import { printable } from '@bourse/core';
import { sumMoney } from '../../money/sum-money.js';
import { formatMoney, formatQuantity } from '../../output/amounts.js';
import { word } from '../../output/word.js';
import { instrumentName } from './instrument-name.js';
import { recordAccount } from './record-account.js';
import { recordListCommand } from './record-list.js';
import { storedNote } from './stored-note.js';
import { transferValue } from './transfer-value.js';

/** `bourse transfers` */
export const addTransfersCommand = recordListCommand({
  name: 'transfers',
  kind: 'TRANSFER',
  description:
    'instruments that moved without a trade, oldest first: between accounts, as rewards, by expiry',
  examples: { 'bourse transfers --since 2024-01-01': 'what came in and went out this year' },
  columns: [
    { title: 'date' },
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: 'type' },
    { title: 'quantity', align: 'right' },
    { title: 'instrument', shrinks: true },
    { title: 'value', align: 'right' },
    { title: 'cost', align: 'right' },
    { title: 'description', shrinks: true },
    { title: 'note', shrinks: true },
  ],
  toRow(stored) {
    const { record } = stored;
    return [
      record.date,
      recordAccount(record),
      word(record.type),
      formatQuantity(record.quantity),
      instrumentName(record.instrument),
      transferValue(record)
        .map((value) => formatMoney(value))
        .join(''),
      record.costBasis === undefined ? '' : formatMoney(record.costBasis),
      printable(record.description),
      storedNote(stored),
    ];
  },
  addUp(records) {
    const value = sumMoney(records.flatMap(transferValue));
    return {
      json: { value },
      rows: value.map((money) => ['total', '', '', '', '', formatMoney(money)]),
    };
  },
  moneyOf: (record) => transferValue(record).map((money) => ({ money, date: record.date })),
});
