import type { Instrument } from '@bourse/sdk';
import { Fields } from '../json/fields.js';
import type { Site } from '../site/site.js';
import { askPositions } from '../account/update-rows.js';
import { readProduct, type Product } from './product.js';

/** Products that one call is known to take. */
const BATCH = 500;
/** Products that a search answers. */
const FOUND_MAX = 10;

/** The products of the site, each asked for once. */
export class Products {
  readonly #site: Site;
  readonly #known = new Map<string, Product>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** The products with these ids; what the site does not know is left out. */
  async byIds(ids: Iterable<string>): Promise<ReadonlyMap<string, Product>> {
    const unknown = [...new Set(ids)].filter((id) => !this.#known.has(id));
    for (let start = 0; start < unknown.length; start += BATCH) {
      await this.#learn(unknown.slice(start, start + BATCH));
    }
    return this.#known;
  }

  /** The product that an instrument is; undefined where the site does not list it. */
  async find({ brokerId, isin, currency }: Instrument): Promise<Product | undefined> {
    if (brokerId !== undefined) return (await this.byIds([brokerId])).get(brokerId);
    if (isin === undefined) return undefined;
    const known = bestOf([...this.#known.values()], isin, currency);
    return known ?? bestOf(await this.#search(isin), isin, currency);
  }

  /** The products of all positions, closed ones too. */
  async held(): Promise<Product[]> {
    const ids = (await askPositions(this.#site)).map((row) => row.text('id'));
    const known = await this.byIds(ids);
    return ids.flatMap((id) => known.get(id) ?? []);
  }

  async #learn(ids: readonly string[]): Promise<void> {
    const answer = await this.#site.ask('productSearch', 'v5/products/info', {
      method: 'POST',
      body: [...ids],
    });
    for (const [id, value] of answer.object('data').entries()) {
      this.#known.set(id, readProduct(new Fields(value, `/data/${id}`)));
    }
  }

  async #search(text: string): Promise<Product[]> {
    const query = { searchText: text, limit: String(FOUND_MAX), offset: '0' };
    const answer = await this.#site.ask('productSearch', 'v5/products/lookup', { query });
    const found = answer.has('products') ? answer.objects('products').map(readProduct) : [];
    for (const product of found) this.#known.set(product.id, product);
    return found;
  }
}

/** Of several listings of one issue the one in the instrument's currency, and one that has prices. */
function bestOf(
  products: readonly Product[],
  isin: string,
  currency: string | undefined,
): Product | undefined {
  const same = products.filter(({ instrument }) => instrument.isin === isin);
  const inCurrency = same.filter(({ unit }) => currency === undefined || unit?.currency === currency);
  const candidates = inCurrency.length > 0 ? inCurrency : same;
  return candidates.find(({ priceKey }) => priceKey !== undefined) ?? candidates[0];
}
