import { isDecimal, type Decimal, type FxRate, type Money } from '@bourse/sdk';
import Big from 'big.js';
import { isZero, magnitude } from '../row/decimals.js';
import { RowError } from '../row/row-error.js';
import type { TradeTerms } from '../row/trade-terms.js';

/** The value of a trade in its own currency, and the rate where it was booked in another. */
export interface TradeSettlement {
  readonly grossAmount: Decimal;
  readonly fx?: FxRate;
}

/** Decimals of a computed rate. */
const RATE_DECIMALS = 10;

/**
 * The value of a trade. What was booked is the value, whatever quantity × price say; only where it was booked in
 * another currency than the price, quantity × price is the value and both tell the rate.
 */
export function settle(
  booked: Money,
  { quantity, price, currency, multiplier = '1', accruedInterest }: TradeTerms,
): TradeSettlement {
  if (booked.currency === currency) return { grossAmount: withoutInterest(booked, accruedInterest) };
  const gross = new Big(quantity).times(price).times(multiplier).abs();
  const grossAmount = gross.toFixed();
  const rate = isZero(booked.amount)
    ? '0'
    : gross.div(magnitude(booked.amount)).round(RATE_DECIMALS).toFixed();
  if (!isDecimal(grossAmount) || !isDecimal(rate) || isZero(rate)) {
    throw new RowError(
      `The trade is in ${currency}, its amount in ${booked.currency}, and no rate joins them.`,
      'amount',
    );
  }
  return { grossAmount, fx: { base: booked.currency, quote: currency, rate, source: 'EXECUTED' } };
}

function withoutInterest({ amount }: Money, accruedInterest: Decimal | undefined): Decimal {
  const booked = magnitude(amount);
  return accruedInterest === undefined ? booked : new Big(booked).minus(accruedInterest).toFixed();
}
