import { quoteCell, type Decimal, type OrderSide } from '@bourse/sdk';
import { readPrice, requireAmount } from './amounts.js';
import { isMoney, readAssetCode } from './assets.js';
import type { Entry } from './entry.js';
import { readFee, type RowFee } from './fee.js';
import { RowError } from './row-error.js';

/** A purchase or sale as a row tells it. */
export interface RowTrade {
  readonly side: OrderSide;
  readonly asset: string;
  /** The change of the asset's balance, without its sign. */
  readonly quantity: Decimal;
  /** What the asset was paid with: money or another crypto asset. */
  readonly quote: string;
  /** In the quote; zero or more. */
  readonly price: Decimal | undefined;
  /** The change of the quote's balance, with its sign. */
  readonly settled: Decimal;
  readonly fee: RowFee | undefined;
}

/**
 * Reads the cells of a purchase or sale.
 *
 * @throws RowError where a cell cannot be read or contradicts another.
 */
export function readTrade(row: Entry, side: OrderSide): RowTrade {
  const asset = readAssetCode(row.currency, 'currency');
  if (isMoney(asset)) throw new RowError(`${asset} is money and cannot be traded as an asset.`, 'currency');
  const quote = readQuote(row);
  const settled = requireAmount(row.settledAmount, 'settledAmount', quote);
  return {
    side,
    asset,
    quantity: readQuantity(row, side, asset),
    quote,
    price: readTradePrice(row),
    settled,
    fee: readFee(row),
  };
}

function readQuote(row: Entry): string {
  const settledIn = readAssetCode(row.settledCurrency, 'settledCurrency');
  if (row.quoteCurrency === '' || row.quoteCurrency === settledIn) return settledIn;
  throw new RowError(
    `The price is in ${quoteCell(row.quoteCurrency)}, but the trade was settled in ${settledIn}.`,
    'settledCurrency',
  );
}

/** A purchase adds to the balance of the asset, a sale takes from it. */
function readQuantity(row: Entry, side: OrderSide, asset: string): Decimal {
  const amount = requireAmount(row.amount, 'amount', asset);
  const isOutgoing = amount.startsWith('-');
  if (isOutgoing === (side === 'SELL')) return isOutgoing ? amount.slice(1) : amount;
  throw new RowError(`The row is a ${row.type}, but the amount was ${quoteCell(row.amount)}.`, 'amount');
}

function readTradePrice(row: Entry): Decimal | undefined {
  const price = readPrice(row.quotePrice);
  if (price?.startsWith('-') !== true) return price;
  throw new RowError(`The price was ${quoteCell(row.quotePrice)}, which is below zero.`, 'quotePrice');
}
