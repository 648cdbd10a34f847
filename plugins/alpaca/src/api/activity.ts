import type { CalendarDate, Decimal, Instant, RawRow } from '@bourse/sdk';
import { easternDate, toUtc } from '../eastern.js';
import { Fields, malformed } from './fields.js';

/** One row of the account activities. */
export interface Activity {
  /** `yyyymmddHHMMSSmmm::uuid`, the first part in New York. */
  readonly id: string;
  readonly type: string;
  readonly subType: string | undefined;
  /** The booking date; of an execution the day in New York. */
  readonly date: CalendarDate;
  /** Of executions only. */
  readonly executedAt: Instant | undefined;
  readonly symbol: string | undefined;
  readonly cusip: string | undefined;
  /** Signed where it changes a holding, but unsigned of executions. */
  readonly quantity: Decimal | undefined;
  readonly price: Decimal | undefined;
  readonly perShare: Decimal | undefined;
  /** The cash effect; executions print none. */
  readonly netAmount: Decimal | undefined;
  /** Absent means that of the account. */
  readonly currency: string | undefined;
  readonly side: string | undefined;
  readonly orderId: string | undefined;
  readonly groupId: string | undefined;
  readonly description: string;
  /** `executed`, `correct` (by hand, and as good) or `canceled` (recorded, of no effect). */
  readonly status: string | undefined;
  readonly raw: RawRow;
}

/** @throws ProblemError MALFORMED_RESPONSE for a row that lacks what it must have */
export function readActivity(value: unknown): Activity {
  const row = new Fields(value, 'activity');
  const type = row.text('activity_type');
  const time = row.optionalText('transaction_time');
  const executedAt = time === undefined ? undefined : toUtc(time);
  if (time !== undefined && executedAt === undefined) {
    throw malformed(`"transaction_time" is no instant: ${time}.`, 'activity.transaction_time');
  }
  return {
    id: row.text('id'),
    type,
    subType: row.optionalText('activity_sub_type'),
    date: executedAt === undefined ? row.text('date').slice(0, 10) : easternDate(executedAt),
    executedAt,
    symbol: row.optionalText('symbol'),
    cusip: row.optionalText('cusip'),
    quantity: row.optionalDecimal('qty'),
    price: row.optionalDecimal('price'),
    perShare: row.optionalDecimal('per_share_amount'),
    netAmount: row.optionalDecimal('net_amount'),
    currency: row.optionalText('currency'),
    side: row.optionalText('side'),
    orderId: row.optionalText('order_id'),
    groupId: row.optionalText('group_id'),
    description: row.optionalText('description') ?? type,
    status: row.optionalText('status'),
    raw: row.raw(),
  };
}
