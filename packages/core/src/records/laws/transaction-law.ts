import Big from 'big.js';
import type { FxRate, TransactionDraft } from '../../interfaces/index.js';
import { halfUlp, minorUnit, widest } from './tolerance.js';

type Trade = Pick<
  TransactionDraft,
  | 'instrument'
  | 'side'
  | 'quantity'
  | 'price'
  | 'priceType'
  | 'currency'
  | 'grossAmount'
  | 'accruedInterest'
  | 'charges'
  | 'netAmount'
  | 'fx'
  | 'status'
>;

/** What a trade says against itself: gross = quantity × price × multiplier, net = gross and interest less charges. */
export function findTransactionConflicts(trade: Trade): string[] {
  return [...findGrossConflict(trade), ...findNetConflict(trade)];
}

/** The tolerance of a gross amount that comes from rounding the printed price. */
function grossTolerance(trade: Trade): Big {
  const minor = minorUnit(trade.currency);
  if (trade.price === undefined) return minor;
  return widest(minor, halfUlp(trade.price).times(trade.quantity).times(unitFactor(trade)));
}

function findGrossConflict(trade: Trade): string[] {
  if (trade.price === undefined) return [];
  const expected = new Big(trade.quantity).times(trade.price).times(unitFactor(trade)).abs();
  const difference = expected.minus(trade.grossAmount).abs();
  if (difference.lte(grossTolerance(trade))) return [];
  return [
    `quantity × price is ${expected.toFixed()} ${trade.currency}, but the gross amount was ${trade.grossAmount} (difference ${difference.toFixed()}).`,
  ];
}

/** Units of money for one unit of quantity at price 1: the multiplier, a hundredth of it for prices in percent. */
function unitFactor(trade: Trade): Big {
  const multiplier = new Big(trade.instrument.multiplier ?? 1);
  return trade.priceType === 'PERCENTAGE' ? multiplier.times('0.01') : multiplier;
}

function findNetConflict(trade: Trade): string[] {
  const { currency: netCurrency, amount } = trade.netAmount;
  const principal = signedPrincipal(trade);
  const rate =
    netCurrency === trade.currency
      ? { factor: new Big(1), tolerance: new Big(0) }
      : conversionOf(trade.fx, trade.currency, netCurrency);
  if (rate === undefined)
    return [
      `the net amount is in ${netCurrency}, the trade in ${trade.currency}, and no executed rate joins them.`,
    ];
  const converted = principal.times(rate.factor);
  const expected = converted.minus(chargesIn(trade, netCurrency));
  const difference = expected.minus(amount).abs();
  const rounding = isMargined(trade) ? new Big(0) : grossTolerance(trade).times(rate.factor);
  if (difference.lte(widest(minorUnit(netCurrency), rounding, converted.abs().times(rate.tolerance))))
    return [];
  return [
    `gross less charges is ${expected.toFixed()} ${netCurrency}, but the net amount was ${amount} (difference ${difference.toFixed()}).`,
  ];
}

/** Futures and CFDs exchange no principal. */
function isMargined(trade: Trade): boolean {
  return trade.instrument.kind === 'FUTURE' || trade.instrument.kind === 'CFD';
}

function signedPrincipal(trade: Trade): Big {
  if (isMargined(trade)) return new Big(0);
  const sign = (trade.side === 'BUY') === (trade.status === 'BOOKED') ? -1 : 1;
  return new Big(trade.grossAmount).plus(trade.accruedInterest ?? 0).times(sign);
}

function chargesIn(trade: Trade, currency: string): Big {
  return trade.charges.reduce(
    (sum, charge) =>
      'money' in charge && charge.included !== true && charge.money.currency === currency
        ? sum.plus(charge.money.amount)
        : sum,
    new Big(0),
  );
}

/** What 1 `from` is in `to` by an executed rate, and by which fraction the printed digits of the rate leave it open. */
function conversionOf(
  fx: FxRate | undefined,
  from: string,
  to: string,
): { factor: Big; tolerance: Big } | undefined {
  if (fx?.source !== 'EXECUTED' || new Big(fx.rate).eq(0)) return undefined;
  const tolerance = halfUlp(fx.rate).div(fx.rate);
  if (fx.base === from && fx.quote === to) return { factor: new Big(fx.rate), tolerance };
  if (fx.base === to && fx.quote === from) return { factor: new Big(1).div(fx.rate), tolerance };
  return undefined;
}
