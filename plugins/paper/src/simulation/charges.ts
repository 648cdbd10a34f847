import type { Charge, OrderSide } from '@bourse/sdk';
import Big from 'big.js';
import { money, toCents, upToCents } from '../world/amounts.js';
import type { Listing } from '../world/listings.js';

/** Commission in the currency of the listing: flat, or by share in US dollars. */
const ETF_COMMISSION = new Big(1);
const SHARE_COMMISSION = new Big(2);
const DOLLAR_COMMISSION = { least: new Big(1), perShare: new Big('0.005') };

/** Part of the proceeds of a sale in US dollars. */
const REGULATORY_RATE = new Big('0.0000278');

/** What a trade costs beside its price. */
export function chargesOf(listing: Listing, side: OrderSide, quantity: Big, gross: Big): Charge[] {
  const { currency } = listing.instrument;
  const charges: Charge[] = [{ kind: 'COMMISSION', money: money(commissionOf(listing, quantity), currency) }];
  if (side === 'SELL' && currency === 'USD') {
    charges.push({ kind: 'REGULATORY', money: money(upToCents(gross.times(REGULATORY_RATE)), currency) });
  }
  if (side === 'BUY' && listing.transactionTax !== undefined) {
    charges.push({
      kind: 'TRANSACTION_TAX',
      money: money(toCents(gross.times(listing.transactionTax)), currency),
    });
  }
  return charges;
}

function commissionOf({ instrument }: Listing, quantity: Big): Big {
  if (instrument.currency !== 'USD') return instrument.kind === 'ETF' ? ETF_COMMISSION : SHARE_COMMISSION;
  const byShare = upToCents(DOLLAR_COMMISSION.perShare.times(quantity));
  return byShare.gt(DOLLAR_COMMISSION.least) ? byShare : DOLLAR_COMMISSION.least;
}

/** Charges that are money, added up. */
export function sumOf(charges: readonly Charge[]): Big {
  return charges.reduce(
    (sum, charge) => ('money' in charge ? sum.plus(charge.money.amount) : sum),
    new Big(0),
  );
}

/** More than one share can add to the cost of an order, for each unit of its price. */
const MOST_EXPENSIVE = new Big('1.01');

/** The most whole shares that a sum in the listing's currency pays for, with all charges. */
export function affordableShares(listing: Listing, price: Big, sum: Big): Big {
  let shares = sum.div(price).round(0, Big.roundDown);
  while (shares.gt(0)) {
    const missing = costOf(listing, price, shares).minus(sum);
    if (missing.lte(0)) return shares;
    const surplus = missing.div(price.times(MOST_EXPENSIVE)).round(0, Big.roundDown);
    shares = shares.minus(surplus.gt(1) ? surplus : 1);
  }
  return new Big(0);
}

/** What so many shares cost with all charges. */
export function costOf(listing: Listing, price: Big, shares: Big): Big {
  const gross = price.times(shares);
  return gross.plus(sumOf(chargesOf(listing, 'BUY', shares, gross)));
}
