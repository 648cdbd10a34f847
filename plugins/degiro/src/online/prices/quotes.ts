import {
  isDecimal,
  parseLocal,
  type Instrument,
  type Quote,
  type QuoteService,
  type QuotesRequest,
} from '@bourse/sdk';
import type { Unit } from '../../statement/row/money.js';
import { toCurrency } from '../products/in-currency.js';
import type { PriceKey, Product } from '../products/product.js';
import type { Products } from '../products/products.js';
import type { Site } from '../site/site.js';
import { readFeed, type FeedValues } from './quotecast.js';

const ZONE = 'Europe/Amsterdam';
const PRICES = {
  last: 'LastPrice',
  bid: 'BidPrice',
  ask: 'AskPrice',
  previousClose: 'PreviousClosePrice',
} as const;
const METRICS = [...Object.values(PRICES), 'LastDate', 'LastTime'];

/** An instrument with what the feed knows it by. */
interface Quoted {
  readonly instrument: Instrument;
  readonly product: Product;
  readonly key: PriceKey;
  readonly unit: Unit;
}

/** Prices now, or a quarter of an hour ago. */
export class QuoteFeed implements QuoteService {
  readonly #site: Site;
  readonly #products: Products;
  readonly #signal: AbortSignal;

  constructor(site: Site, products: Products, signal: AbortSignal) {
    this.#site = site;
    this.#products = products;
    this.#signal = signal;
  }

  async getQuotes({ instruments }: QuotesRequest): Promise<Quote[]> {
    // Their products at once, so that few are searched for one by one.
    await this.#products.held();
    const quoted: Quoted[] = [];
    for (const instrument of instruments) quoted.push(...(await this.#find(instrument)));
    if (quoted.length === 0) return [];
    const names = quoted.flatMap(({ key }) => METRICS.map((metric) => `${key.id}.${metric}`));
    const { userToken } = await this.#site.client();
    const values = await readFeed([...new Set(names)], userToken, this.#signal);
    return quoted.flatMap((one) => toQuote(one, values));
  }

  async #find(instrument: Instrument): Promise<Quoted[]> {
    const product = await this.#products.find(instrument);
    const { priceKey: key, unit } = product ?? {};
    return product === undefined || key === undefined || unit === undefined
      ? []
      : [{ instrument, product, key, unit }];
  }
}

/** An instrument without any price has no quote. */
function toQuote({ instrument, product, key, unit }: Quoted, values: FeedValues): Quote[] {
  const value = (metric: string): string | undefined => values.get(`${key.id}.${metric}`);
  const prices = Object.fromEntries(
    Object.entries(PRICES).flatMap(([name, metric]) => {
      const price = value(metric);
      return price === undefined || !isDecimal(price) ? [] : [[name, toCurrency(price, unit)]];
    }),
  );
  if (Object.keys(prices).length === 0) return [];
  const at = readTime(value('LastDate'), value('LastTime')) ?? new Date().toISOString();
  return [{ instrument, ...prices, currency: unit.currency, at, delay: delayOf(product.feedQuality) }];
}

function readTime(date = '', time = ''): string | undefined {
  for (const format of ['yyyy-MM-dd', 'dd-MM-yyyy', 'yyyyMMdd']) {
    const local = parseLocal(`${date} ${time.slice(0, 8)}`, `${format} HH:mm:ss`, ZONE);
    if (local?.instant !== undefined) return local.instant;
  }
  return undefined;
}

/** `R` and `BT` are as they happen, `D15` a quarter of an hour late; what is not known may be late. */
function delayOf(feedQuality = ''): Quote['delay'] {
  return feedQuality === 'R' || feedQuality === 'BT' ? 'REALTIME' : 'DELAYED';
}
