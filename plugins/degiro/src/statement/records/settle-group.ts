import type { Booking, BookingKind } from '../row/booking.js';
import { settleConversions } from './conversions.js';
import { settleActions } from './corporate-actions.js';
import { settleIncome } from './income.js';
import type { Output } from './output.js';
import { settleOrder } from './trades.js';

/** Adds the records of rows that belong to one event, or to one day of events; the newest row comes first. */
export function settleGroup(bookings: readonly Booking[], output: Output): void {
  const order = only(bookings, 'TRADE', 'CHARGE');
  const conversions = only(bookings, 'CONVERSION');
  const income = only(bookings, 'INCOME', 'INCOME_TAX', 'INCOME_CHARGE');
  const actions = only(bookings, 'ACTION', 'ACTION_CASH');
  if (order.length > 0) settleOrder([...order, ...conversions], output);
  else if (conversions.length > 0) settleConversions(conversions, output);
  if (income.length > 0) settleIncome(income, output);
  if (actions.length > 0) settleActions(actions, output);
}

function only<Kind extends BookingKind>(
  bookings: readonly Booking[],
  ...kinds: readonly Kind[]
): Booking<Kind>[] {
  return bookings.filter((booking): booking is Booking<Kind> => kinds.some((kind) => kind === booking.as));
}
