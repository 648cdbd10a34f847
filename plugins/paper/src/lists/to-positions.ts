import type { CalendarDate, PositionDraft } from '@bourse/sdk';
import Big from 'big.js';
import { printCents, toCents } from '../world/amounts.js';
import type { Holding } from '../simulation/account-book.js';
import type { Simulation } from '../simulation/simulation.js';

const AVERAGE_DECIMALS = 4;

/** What the account holds at the end of a day. */
export function toPositions({ book, market }: Simulation, asOf: CalendarDate): PositionDraft[] {
  return book.holdings.map((holding) =>
    toPosition(holding, market.priceOf(holding.listing.instrument.symbol), book.accountId, asOf),
  );
}

function toPosition(
  { listing, quantity, cost }: Holding,
  price: Big,
  accountId: string,
  asOf: CalendarDate,
): PositionDraft {
  const value = toCents(quantity.times(price));
  return {
    accountId,
    source: {},
    instrument: listing.instrument,
    quantity: quantity.toFixed(),
    currency: listing.instrument.currency,
    averagePrice: cost.div(quantity).round(AVERAGE_DECIMALS, Big.roundHalfEven).toFixed(),
    costBasis: printCents(cost),
    marketPrice: printCents(price),
    marketValue: printCents(value),
    unrealizedPnl: printCents(value.minus(cost)),
    asOf,
  };
}
