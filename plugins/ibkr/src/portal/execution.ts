import { ProblemError, quoteCell, type CalendarDate, type Decimal, type Instant } from '@bourse/sdk';
import { magnitude } from '../values/amounts.js';
import { DEFAULT_ZONE } from '../values/zones.js';
import type { WireObject } from './wire-object.js';

/** The part of the API that executions come from. */
export const EXECUTIONS = 'executions';

/** What both kinds of trades have, of instruments and of currencies. */
export interface Execution {
  readonly row: WireObject;
  readonly accountId: string;
  /** The same as `ibExecID` of a Flex statement. */
  readonly executionId: string;
  readonly conid: string;
  readonly side: 'BUY' | 'SELL';
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly tradedAt: Instant;
  /** In New York, as the statements count days. */
  readonly tradeDate: CalendarDate;
  /** Above 0; what it is paid in is not told. */
  readonly commission: Decimal | undefined;
}

export function readExecution(row: WireObject): Execution {
  const tradedAt = row.milliseconds('trade_time_r');
  const commission = row.decimal('commission');
  return {
    row,
    accountId: row.text('account') ?? row.neededText('accountCode'),
    executionId: row.neededText('execution_id'),
    conid: row.neededText('conid'),
    side: readSide(row.neededText('side')),
    quantity: magnitude(row.neededDecimal('size')),
    price: row.neededDecimal('price'),
    tradedAt: new Date(tradedAt).toISOString(),
    tradeDate: Temporal.Instant.fromEpochMilliseconds(tradedAt)
      .toZonedDateTimeISO(DEFAULT_ZONE)
      .toPlainDate()
      .toString(),
    commission: commission === undefined ? undefined : magnitude(commission),
  };
}

/** A trade of currencies, whose pair is in `contract_description_1`. */
export function isConversion({ row }: Execution): boolean {
  return row.text('sec_type') === 'CASH';
}

function readSide(text: string): 'BUY' | 'SELL' {
  if (/^(?:B|BOT|BUY)$/.test(text)) return 'BUY';
  if (/^(?:S|SLD|SELL)$/.test(text)) return 'SELL';
  throw new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `The side of a trade was ${quoteCell(text)}, neither B nor S.`,
  });
}
