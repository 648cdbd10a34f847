import { commonKeyOf } from '../instruments/instrument-index.js';
import type { Book } from '../positions/book.js';
import type { Holding, KnownPrice } from '../positions/holding.js';

/** The last known price of each instrument and currency, whichever account it was seen in. */
export class PriceBoard {
  readonly #prices = new Map<string, Map<string, KnownPrice>>();

  constructor(books: readonly Book[]) {
    for (const { holdings } of books) for (const holding of holdings.values()) this.#post(holding);
  }

  /** In the currency of the holding's own price where it has one, else the latest in any currency. */
  find({ instrument, price }: Holding): KnownPrice | undefined {
    const prices = this.#prices.get(commonKeyOf(instrument));
    if (price !== undefined) return prices?.get(price.currency);
    return [...(prices?.values() ?? [])].reduce<KnownPrice | undefined>(latest, undefined);
  }

  #post({ instrument, price }: Holding): void {
    if (price === undefined) return;
    const key = commonKeyOf(instrument);
    const prices = this.#prices.get(key) ?? new Map<string, KnownPrice>();
    this.#prices.set(key, prices.set(price.currency, latest(prices.get(price.currency), price)));
  }
}

/** Of one day a mark is later than a trade; the rest is decided by the record's id, so that the order of accounts is not. */
function latest(left: KnownPrice | undefined, right: KnownPrice): KnownPrice {
  return left === undefined || rankOf(right) > rankOf(left) ? right : left;
}

function rankOf({ date, source, recordId }: KnownPrice): string {
  return `${date} ${source === 'MARK' ? 1 : 0} ${recordId}`;
}
