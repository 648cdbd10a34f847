import type { Booking } from './booking.js';
import type { BookingTime } from './booking-time.js';
import type { Entry } from './entry.js';
import { toMovement } from './to-movement.js';
import { toTrade, TRADE_SIDES } from './to-trade.js';

/**
 * Books an entry: the same records whether it is a row of a file or comes from the API. Undefined where its type, or its
 * direction, is unknown.
 *
 * @throws RowError where something in it cannot be read.
 */
export function toBooking(entry: Entry, time: BookingTime): Booking | undefined {
  const side = TRADE_SIDES.get(entry.type);
  return side === undefined ? toMovement(entry, time) : toTrade(entry, time, side);
}
