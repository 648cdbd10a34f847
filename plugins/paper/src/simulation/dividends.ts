import Big from 'big.js';
import type { CalendarDate, Withholding } from '@bourse/sdk';
import { money, printCents, toCents } from '../world/amounts.js';
import type { TradingDay } from '../world/calendar.js';
import { LISTINGS, type Listing } from '../world/listings.js';
import { bookingOf } from './record-parts.js';
import type { DailyEvent, Simulation } from './simulation.js';

/** Trading days of a month on which shares trade without their dividend, and on which it is paid. */
const EX_ORDINAL = 8;
const PAY_ORDINAL = 15;

const PER_SHARE_DECIMALS = 4;

/** A dividend that the account has a right to and that is still to be paid. */
interface Entitlement {
  readonly listing: Listing;
  readonly exDate: CalendarDate;
  readonly quantity: Big;
  readonly perShare: Big;
}

/** Makes the event that notes what the account is entitled to before the exchange opens, and pays it a week later. */
export function createDividends(): DailyEvent {
  let entitlements: Entitlement[] = [];
  return (simulation, day) => {
    if (day.ordinal === EX_ORDINAL) entitlements = noteEntitlements(simulation, day);
    if (day.ordinal !== PAY_ORDINAL) return;
    for (const entitlement of entitlements) payDividend(simulation, day, entitlement);
    entitlements = [];
  };
}

function noteEntitlements({ book, market }: Simulation, { date, month }: TradingDay): Entitlement[] {
  return LISTINGS.flatMap((listing) => {
    const { instrument, dividend } = listing;
    const quantity = book.quantityOf(instrument.symbol);
    if (dividend === undefined || month % 3 !== dividend.firstMonth % 3 || quantity.eq(0)) return [];
    const perShare = market
      .priceOf(instrument.symbol)
      .times(dividend.quarterlyYield)
      .round(PER_SHARE_DECIMALS, Big.roundHalfEven);
    return [{ listing, exDate: date, quantity, perShare }];
  });
}

function payDividend({ book }: Simulation, { date }: TradingDay, entitlement: Entitlement): void {
  const { listing, exDate, quantity, perShare } = entitlement;
  const gross = toCents(quantity.times(perShare));
  if (gross.eq(0)) return;
  const withholdings = withholdingsOf(listing, gross);
  const net = withholdings.reduce((sum, tax) => sum.minus(tax.money.amount), gross);
  const { accountId, source } = bookingOf(book, 'D', date);
  book.addDividend({
    accountId,
    source,
    instrument: listing.instrument,
    kind: 'CASH',
    status: 'PAID',
    currency: listing.instrument.currency,
    gross: printCents(gross),
    withholdings,
    charges: [],
    net: printCents(net),
    date,
    exDate,
    payDate: date,
    quantity: quantity.toFixed(),
    perShare: perShare.toFixed(),
  });
}

function withholdingsOf({ instrument, dividend }: Listing, gross: Big): Withholding[] {
  if (dividend?.withholding === undefined) return [];
  const { country, rate } = dividend.withholding;
  const tax = toCents(gross.times(rate));
  return tax.eq(0) ? [] : [{ money: money(tax, instrument.currency), country, rate }];
}
