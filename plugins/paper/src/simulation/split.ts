import type { TradingDay } from '../world/calendar.js';
import { LISTINGS, type Listing } from '../world/listings.js';
import { bookingOf, instantAt } from './record-parts.js';
import { monthsSinceOpening, type Simulation } from './simulation.js';

/** Splits shares before the exchange opens, on the first trading day of the month that their listing names. */
export function splitShares(simulation: Simulation, day: TradingDay): void {
  if (day.ordinal !== 1) return;
  const months = monthsSinceOpening(simulation.terms.openedOn, day.date);
  for (const listing of LISTINGS) {
    if (listing.split?.afterMonths === months)
      splitListing(simulation, day, listing, listing.split.newForOne);
  }
}

function splitListing(
  { book, market }: Simulation,
  { date }: TradingDay,
  listing: Listing,
  newForOne: number,
): void {
  market.split(listing, newForOne);
  const newShares = book.quantityOf(listing.instrument.symbol).times(newForOne - 1);
  if (newShares.eq(0)) return;
  const booking = bookingOf(book, 'A', date);
  book.addSplit(
    listing,
    {
      ...booking,
      type: 'SPLIT',
      eventId: `SPLIT-${listing.instrument.symbol}-${date}`,
      ratio: { from: '1', to: String(newForOne) },
      legs: [{ instrument: listing.instrument, quantity: newShares.toFixed() }],
      cash: [],
      bookedAt: instantAt(date, '06:00:00'),
      date,
      description: `${listing.instrument.name} splits ${newForOne} for 1`,
    },
    newShares,
  );
}
