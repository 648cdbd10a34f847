import type { Decimal } from '@bourse/sdk';
import Big from 'big.js';
import type { RowTrade } from './row-trade.js';

/** Quantity × price: what was traded for, in the quote, without a fee. Undefined where no price is printed. */
export function grossOf({ quantity, price }: RowTrade): Big | undefined {
  return price === undefined ? undefined : new Big(quantity).times(price);
}

/**
 * Quantity × price where the fee was taken in the asset itself: the quantity is what is left of a purchase, or what
 * a sale took with its fee. Undefined where there is no such fee or no price.
 */
export function grossBeforeAssetFee({ side, asset, quantity, price, fee }: RowTrade): Big | undefined {
  if (price === undefined || fee?.asset !== asset) return undefined;
  const traded = side === 'BUY' ? new Big(quantity).plus(fee.amount) : new Big(quantity).minus(fee.amount);
  return traded.times(price);
}

/** What the settled amount makes of the gross amount: the fee, where it was taken in the quote, taken out again. */
export function grossFromSettled({ side, quote, settled, fee }: RowTrade): Big {
  const paid = side === 'BUY' ? new Big(settled).times(-1) : new Big(settled);
  if (fee?.asset !== quote) return paid;
  return side === 'BUY' ? paid.minus(fee.amount) : paid.plus(fee.amount);
}

/** Tells whether two gross amounts agree within `unit` or the rounding of the printed price. */
export function agree(left: Big, right: Big, { quantity, price }: RowTrade, unit: Decimal): boolean {
  const rounding = halfUlp(price ?? '0').times(quantity);
  const tolerance = rounding.gt(unit) ? rounding : new Big(unit);
  return left.minus(right).abs().lte(tolerance);
}

/** Half a unit of the last digit that a price prints. */
function halfUlp(price: Decimal): Big {
  const [, fraction = ''] = price.split('.');
  return new Big(`5e-${fraction.length + 1}`);
}
