import {
  isCurrency,
  isDecimal,
  type DividendDraft,
  type Instrument,
  type Money,
  type Withholding,
} from '@bourse/sdk';
import { isNegative, negated, sum } from '../../statement/row/decimals.js';
import { foldText } from '../../statement/words/fold-text.js';
import type { Fields } from '../json/fields.js';

/** One row of the list: income, or the tax on it. */
interface UpcomingRow {
  readonly caId: string;
  readonly product: string;
  readonly payDate: string;
  readonly money: Money;
}

/**
 * The dividends that are announced. Their rows name a product by its name alone; the rows of one event are its income
 * and, with a negative amount, its tax.
 */
export function toAnnounced(
  rows: readonly Fields[],
  accountId: string,
  instruments: readonly Instrument[],
): DividendDraft[] {
  const events = new Map<string, UpcomingRow[]>();
  for (const row of rows.flatMap(readRow)) {
    const key = `${row.caId} ${row.money.currency}`;
    events.set(key, [...(events.get(key) ?? []), row]);
  }
  return [...events.values()].flatMap((event) => toDividend(event, accountId, instruments));
}

/** Amounts are texts here. A row without day or amount announces nothing that could be shown. */
function readRow(row: Fields): UpcomingRow[] {
  const amount = row.optionalText('amount') ?? '';
  const currency = row.optionalText('currency') ?? '';
  const payDate = row.optionalText('payDate')?.slice(0, 10) ?? '';
  if (!isDecimal(amount) || !isCurrency(currency) || !/^\d{4}-\d\d-\d\d$/.test(payDate)) return [];
  return [{ caId: row.text('caId'), product: row.text('product'), payDate, money: { amount, currency } }];
}

function toDividend(
  event: readonly UpcomingRow[],
  accountId: string,
  instruments: readonly Instrument[],
): DividendDraft[] {
  const income = event.find(({ money }) => !isNegative(money.amount));
  if (income === undefined) return [];
  const { caId, product, payDate, money } = income;
  const others = event.filter((row) => row !== income);
  return [
    {
      accountId,
      source: { section: 'announced', recordId: caId, part: money.currency },
      instrument: findInstrument(product, instruments),
      kind: 'CASH',
      status: 'ANNOUNCED',
      currency: money.currency,
      gross: money.amount,
      withholdings: others.map((row): Withholding => ({
        money: { ...row.money, amount: negated(row.money.amount) },
      })),
      charges: [],
      net: sum(event.map((row) => row.money.amount)),
      date: payDate,
      payDate,
      ...(others.length === 0 ? {} : { derived: ['net'] }),
    },
  ];
}

function findInstrument(product: string, instruments: readonly Instrument[]): Instrument {
  const name = foldText(product);
  return (
    instruments.find((instrument) => foldText(instrument.name) === name) ?? { kind: 'EQUITY', name: product }
  );
}
