import type { BitvavoBooking, BitvavoScenario } from './scenario.js';

const HOUR_MS = 3_600_000;

/** Makes a history longer at its beginning, so that it has several pages. */
export function prependDeposits({ bookings }: BitvavoScenario, count: number): void {
  const first = bookings[0]?.time ?? 0;
  bookings.unshift(
    ...Array.from({ length: count }, (_, index) => deposit(index, first - (count - index) * HOUR_MS)),
  );
}

/** Something is booked at this moment. */
export function appendDeposit({ bookings }: BitvavoScenario, now: number): void {
  bookings.push(deposit(bookings.length, now));
}

function deposit(number: number, time: number): BitvavoBooking {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id, time, type: 'deposit', symbol: 'EUR', change: '1.5', fee: { symbol: 'EUR', amount: '0' } };
}
