import type { CalendarDate, Instant, Instrument, Money, RawRow } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import { compact, type Compact } from '../values/compact.js';
import { readIncomeInstrument, readIncomeText, type IncomeText } from './income-text.js';

interface KnownCashRow {
  readonly ordinal: number;
  readonly account: string;
  readonly recordId: string | undefined;
  readonly money: Money;
  /** The booking date. */
  readonly date: CalendarDate;
  /** Day and time of the event: of a dividend that of its payment, which may be months before the booking. */
  readonly bookedAt: Instant | undefined;
  readonly printedTime: string | undefined;
  readonly valueDate: CalendarDate | undefined;
  readonly payDate: CalendarDate | undefined;
  readonly exDate: CalendarDate | undefined;
  readonly description: string;
  readonly instrument: Instrument | undefined;
  readonly isReversal: boolean;
  readonly told: IncomeText;
  readonly raw: RawRow;
}

/** A row of the section CashTransactions, read. */
export type CashRow = Compact<KnownCashRow>;

/** Reads a row of CashTransactions, whatever its type. */
export function toCashRow(row: FlexRow): CashRow {
  const unit = row.unit();
  const money = toMoney(row.neededDecimal('amount'), unit);
  const description = row.text('description') ?? row.text('type') ?? '';
  const told = readIncomeText(description, money.currency);
  const codes = row.codes('code');
  return compact({
    ordinal: row.ordinal,
    account: row.account,
    recordId: row.id('transactionID'),
    money,
    ...readCashDates(row),
    exDate: row.date('exDate'),
    description,
    instrument: toInstrument(row, { name: row.label('symbol') }) ?? toDescribedInstrument(description),
    isReversal: told.isReversal || codes.has('Re') || codes.has('Ca'),
    told,
    raw: row.raw(),
  });
}

type CashDates = Pick<KnownCashRow, 'date' | 'bookedAt' | 'printedTime' | 'valueDate' | 'payDate'>;

/** `reportDate` is the booking; `dateTime` is the event and often the only date of older exports. */
function readCashDates(row: FlexRow): CashDates {
  const event = row.time('dateTime');
  const settleDate = row.date('settleDate');
  const date = row.date('reportDate') ?? event?.date ?? settleDate;
  if (date === undefined)
    throw new RowFault(
      'reportDate, dateTime and settleDate are missing.',
      'reportDate',
      'Add ReportDate to the columns of CashTransactions in the Flex query and run it again.',
    );
  return {
    date,
    bookedAt: event?.date === date ? event.instant : undefined,
    printedTime: event?.printedTime,
    valueDate: settleDate,
    payDate: settleDate ?? event?.date,
  };
}

/** The instrument of a row without columns for it. Its kind is unknown. */
function toDescribedInstrument(description: string): Instrument | undefined {
  const described = readIncomeInstrument(description);
  return described === undefined ? undefined : { kind: 'OTHER', name: described.symbol, ...described };
}
