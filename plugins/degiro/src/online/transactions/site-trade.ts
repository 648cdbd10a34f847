import type { Decimal, Money, OrderSide } from '@bourse/sdk';
import { magnitude } from '../../statement/row/decimals.js';
import type { Fields } from '../json/fields.js';
import { malformed } from '../json/parse-json.js';
import { readSiteTime, type SiteTime } from '../movements/local-time.js';
import type { Product } from '../products/product.js';
import { toCurrency } from '../products/in-currency.js';

/** What the site calls a trade among its transactions; the other types are legs of corporate actions. */
const TRADE_TYPE = '0';

/** A purchase or sale among the site's transactions. */
export interface SiteTrade {
  readonly id: string;
  readonly product: Product;
  readonly time: SiteTime;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly price: Decimal;
  /** The cash effect without costs, in the currency of the product. */
  readonly total: Money;
  /** Units of the product's currency for one of the account's. */
  readonly rate: Decimal | undefined;
  /** What follows is in the account's currency; costs are negative. */
  readonly fee: Decimal;
  readonly autoFxFee: Decimal;
  readonly totalPlusAllFees: Decimal | undefined;
  readonly venue: string | undefined;
}

/** The trades among the transactions that the site answered; one whose product is not known tells too little. */
export function readSiteTrades(rows: readonly Fields[], products: ReadonlyMap<string, Product>): SiteTrade[] {
  return rows.flatMap((row, index) => {
    const product = products.get(row.text('productId'));
    const isTrade = (row.optionalText('transactionTypeId') ?? TRADE_TYPE) === TRADE_TYPE;
    if (!isTrade || product?.unit === undefined) return [];
    const { unit } = product;
    const rate = row.optionalDecimal('fxRate');
    return [
      {
        id: row.text('id'),
        product,
        time: readSiteTime(row.text('date'), `/data/${index}/date`),
        side: readSide(row, index),
        quantity: magnitude(row.decimal('quantity')),
        price: toCurrency(row.decimal('price'), unit),
        total: { amount: toCurrency(row.decimal('total'), unit), currency: unit.currency },
        rate: rate === undefined ? undefined : toCurrency(rate, unit),
        fee: row.optionalDecimal('feeInBaseCurrency') ?? '0',
        autoFxFee: row.optionalDecimal('autoFxFeeInBaseCurrency') ?? '0',
        totalPlusAllFees: row.optionalDecimal('totalPlusAllFeesInBaseCurrency'),
        venue: row.optionalText('tradingVenue'),
      },
    ];
  });
}

/** Quantities are negative for sales, prices may be for both, so the letter decides. */
function readSide(row: Fields, index: number): OrderSide {
  const letter = row.text('buysell');
  if (letter === 'B') return 'BUY';
  if (letter === 'S') return 'SELL';
  throw malformed('A transaction is neither a purchase nor a sale.', `/data/${index}/buysell`);
}
