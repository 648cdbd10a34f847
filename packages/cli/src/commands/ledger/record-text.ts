import { printable, type RecordByKind } from '@bourse/core';
import type { RecordKind } from '@bourse/core/interfaces';
import { formatMoney, formatQuantity } from '../../output/amounts.js';
import { word } from '../../output/word.js';
import { instrumentName } from './instrument-name.js';
import { priceText } from './price-text.js';

/** What a record of any kind says, in one line. */
export function recordText(record: RecordByKind[RecordKind]): string {
  if ('side' in record) {
    const price =
      record.price === undefined ? '' : ` at ${priceText(record.price, record.currency, record.priceType)}`;
    return `${word(record.side)} ${formatQuantity(record.quantity)} ${instrumentName(record.instrument)}${price}, cash ${formatMoney(record.netAmount)}`;
  }
  if ('gross' in record) {
    const net = formatMoney({ amount: record.net, currency: record.currency });
    return `dividend of ${instrumentName(record.instrument)}, net ${net}`;
  }
  if ('description' in record) return printable(record.description);
  return `reported position of ${instrumentName(record.instrument)}: ${formatQuantity(record.quantity)}`;
}
