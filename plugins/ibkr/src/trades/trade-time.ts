import type { CalendarDate } from '@bourse/sdk';
import { compact, type Compact } from '../values/compact.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import type { FlexTime } from '../values/flex-time.js';

interface KnownTradeTime {
  readonly tradeDate: CalendarDate;
  readonly tradedAt: string | undefined;
  readonly settlementDate: CalendarDate | undefined;
  readonly printedTime: string | undefined;
}

/** When a trade was made and settles. */
export type TradeTime = Compact<KnownTradeTime>;

/**
 * The time of a trade: `dateTime`, in older exports `tradeDate` and `tradeTime`. The trade date is the exchange's and
 * may be the day after the time.
 */
export function readTradeTime(row: FlexRow): TradeTime {
  const stamp = row.time('dateTime');
  const time = stamp?.printedTime === undefined ? (row.timeOf('tradeDate', 'tradeTime') ?? stamp) : stamp;
  const day: FlexTime | undefined = row.time('tradeDate') ?? time ?? row.time('reportDate');
  if (day === undefined)
    throw new RowFault(
      'dateTime and tradeDate are missing.',
      'tradeDate',
      `Add Date/Time and TradeDate to the columns of ${row.section} in the Flex query and run it again.`,
    );
  const printed = time ?? day;
  return compact({
    tradeDate: day.date,
    tradedAt: printed.instant,
    settlementDate: row.date('settleDateTarget'),
    printedTime: printed.printedTime,
  });
}
