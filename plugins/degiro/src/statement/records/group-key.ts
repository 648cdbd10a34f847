import type { Booking } from '../row/booking.js';

/** Rows that are settled together with others. */
export type GroupedKind =
  'TRADE' | 'CHARGE' | 'CONVERSION' | 'INCOME' | 'INCOME_TAX' | 'INCOME_CHARGE' | 'ACTION' | 'ACTION_CASH';

/** What the rows of a group are about. */
export type GroupKind = 'ORDER' | 'CONVERSION' | 'INCOME' | 'ACTION';

const GROUP_KINDS: Readonly<Record<GroupedKind, GroupKind>> = {
  TRADE: 'ORDER',
  CHARGE: 'ORDER',
  CONVERSION: 'CONVERSION',
  INCOME: 'INCOME',
  INCOME_TAX: 'INCOME',
  INCOME_CHARGE: 'INCOME',
  ACTION: 'ACTION',
  ACTION_CASH: 'ACTION',
};

/** Tells whether rows of this kind are settled together with others. */
export function isGrouped(booking: Booking): booking is Booking<GroupedKind> {
  return Object.hasOwn(GROUP_KINDS, booking.as);
}

/**
 * The event that a row belongs to. Every event is of one booking date, so that two exports which are cut between two
 * days give the same records; a charge that is booked on another day than its trade is a fee of its own.
 */
export function groupKeyOf({ row, as }: Booking<GroupedKind>): readonly [kind: GroupKind, ...key: string[]] {
  const { date, valueDate = '', printedTime, orderId } = row;
  const instrument = row.isin ?? row.product;
  const kind = orderId !== undefined && as === 'CONVERSION' ? 'ORDER' : GROUP_KINDS[as];
  if (kind === 'INCOME') return [kind, date, valueDate, instrument, row.money?.currency ?? ''];
  if (kind !== 'ORDER') return [kind, date];
  // Old statements have no order ids; what was booked for an instrument in one minute is taken for one order.
  return orderId === undefined ? [kind, date, '', printedTime, instrument] : [kind, date, orderId];
}
