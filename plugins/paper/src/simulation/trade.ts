import type { CalendarDate, OrderSide } from '@bourse/sdk';
import type Big from 'big.js';
import { money, printCents } from '../world/amounts.js';
import { addTradingDays } from '../world/calendar.js';
import type { Listing } from '../world/listings.js';
import { chargesOf, sumOf } from './charges.js';
import { bookingOf, instantOf } from './record-parts.js';
import type { Simulation } from './simulation.js';

/** An order of a day, filled as a whole. */
export interface Order {
  readonly listing: Listing;
  readonly side: OrderSide;
  /** Whole shares. */
  readonly quantity: Big;
  /** Seconds after midnight, UTC. */
  readonly seconds: number;
}

/** Trading days from a trade to its settlement. */
const SETTLEMENT_DAYS = 2;

/** Fills an order at the price of the day. */
export function fillOrder({ book, market }: Simulation, date: CalendarDate, order: Order): void {
  const { listing, side, quantity } = order;
  const { instrument } = listing;
  const price = market.priceOf(instrument.symbol);
  const gross = price.times(quantity);
  const charges = chargesOf(listing, side, quantity, gross);
  const principal = side === 'BUY' ? gross.times(-1) : gross;
  const booking = bookingOf(book, 'T', date);
  book.addTrade(listing, {
    ...booking,
    orderId: booking.source.recordId.replace('T-', 'O-'),
    executionId: booking.source.recordId.replace('T-', 'E-'),
    instrument,
    side,
    quantity: quantity.toFixed(),
    price: printCents(price),
    currency: instrument.currency,
    grossAmount: printCents(gross),
    charges,
    netAmount: money(principal.minus(sumOf(charges)), instrument.currency),
    tradedAt: instantOf(date, order.seconds),
    tradeDate: date,
    settlementDate: addTradingDays(date, SETTLEMENT_DAYS),
    venue: 'Paper Exchange',
  });
}
