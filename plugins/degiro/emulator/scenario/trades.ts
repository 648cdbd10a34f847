import Big from 'big.js';
import type { Booking, DegiroScenario, Product } from './scenario.js';

/** A purchase or sale that the account books, of its own or of a corporate action. */
export interface Trade {
  readonly booking: Booking;
  readonly product: Product;
  /** What stands before the colon, such as `STOCK SPLIT`. */
  readonly action?: string;
  readonly side: 'Buy' | 'Sell';
  readonly quantity: string;
  /** In the product's currency, which may be a minor unit. */
  readonly price: string;
}

const TRADE = /^(?:([A-Z ]+): )?(Buy|Sell) (\d+) .+@([\d.]+) [A-Z]{3} \([A-Z0-9]{12}\)$/;

/** The trades of an account, the newest first. */
export function tradesOf({ bookings, products }: DegiroScenario): Trade[] {
  return bookings.flatMap((booking) => {
    const match = TRADE.exec(booking.description);
    const product = products.find(({ id }) => id === booking.productId);
    if (match === null || product === undefined) return [];
    const [, action, side, quantity = '', price = ''] = match;
    const what = action === undefined ? {} : { action };
    return [{ booking, product, ...what, side: side === 'Buy' ? 'Buy' : 'Sell', quantity, price }];
  });
}

/** What an account holds of each product it ever had, by product id. */
export function holdingsOf(scenario: DegiroScenario): Map<string, Big> {
  const holdings = new Map(scenario.closedProductIds.map((id) => [id, new Big(0)]));
  for (const { product, side, quantity } of tradesOf(scenario)) {
    const held = holdings.get(product.id) ?? new Big(0);
    holdings.set(product.id, side === 'Buy' ? held.plus(quantity) : held.minus(quantity));
  }
  return holdings;
}

/** The closing balance of each currency. */
export function balancesOf({ bookings }: DegiroScenario): Map<string, Big> {
  const balances = new Map<string, Big>();
  for (const { balance, balanceCurrency } of bookings) {
    if (!balances.has(balanceCurrency)) balances.set(balanceCurrency, new Big(balance));
  }
  return balances;
}
