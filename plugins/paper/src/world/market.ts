import type { CalendarDate, Decimal } from '@bourse/sdk';
import Big from 'big.js';
import { LISTINGS, type Listing } from './listings.js';
import { firstPrice, nextPrice, type Motion } from './price-path.js';

/** What a euro is worth in the other currencies of the exchange, when the account is opened. */
const EURO_RATES: Readonly<Record<string, Decimal>> = { EUR: '1', USD: '1.09', GBP: '0.855', CHF: '0.955' };

const RATE_DECIMALS = 5;
const RATE_MOTION: Motion = { drift: 0, swing: 4_500, decimals: RATE_DECIMALS };

const PRICE_DECIMALS = 2;

/** Prices and exchange rates of one day. */
export class Market {
  readonly #seed: number;
  readonly #prices = new Map<string, Big>();
  readonly #euroRates = new Map<string, Big>();

  constructor(seed: number) {
    this.#seed = seed;
    for (const { instrument, firstPrice: price } of LISTINGS) {
      this.#prices.set(instrument.symbol, firstPrice(price, seed, instrument.symbol, PRICE_DECIMALS));
    }
    for (const [currency, rate] of Object.entries(EURO_RATES)) {
      this.#euroRates.set(
        currency,
        currency === 'EUR' ? new Big(1) : firstPrice(rate, seed, currency, RATE_DECIMALS),
      );
    }
  }

  /** Moves all prices and rates on to a trading day. */
  moveTo(date: CalendarDate): void {
    for (const { instrument, drift, swing } of LISTINGS) {
      const motion = { drift, swing, decimals: PRICE_DECIMALS };
      const price = nextPrice(this.priceOf(instrument.symbol), motion, this.#seed, instrument.symbol, date);
      this.#prices.set(instrument.symbol, price);
    }
    for (const [currency, rate] of this.#euroRates) {
      if (currency !== 'EUR')
        this.#euroRates.set(currency, nextPrice(rate, RATE_MOTION, this.#seed, currency, date));
    }
  }

  /** Makes `newForOne` shares of each one. */
  split({ instrument }: Listing, newForOne: number): void {
    const price = this.priceOf(instrument.symbol).div(newForOne).round(PRICE_DECIMALS, Big.roundHalfEven);
    this.#prices.set(instrument.symbol, price);
  }

  /** The price of a listing, in its currency. */
  priceOf(symbol: string): Big {
    return required(this.#prices.get(symbol), symbol);
  }

  /** What one unit of `base` is worth in `quote`. */
  rateOf(base: string, quote: string): Big {
    if (base === quote) return new Big(1);
    const euroInQuote = required(this.#euroRates.get(quote), quote);
    return euroInQuote.div(required(this.#euroRates.get(base), base)).round(RATE_DECIMALS, Big.roundHalfEven);
  }
}

function required(value: Big | undefined, name: string): Big {
  if (value === undefined) throw new RangeError(`The paper exchange knows no ${name}`);
  return value;
}
