import type { Decimal, Instrument, Quote } from '@bourse/sdk';
import type { BitvavoClient } from '../api/client.js';
import { readDecimal, readList, readObject, readText } from '../api/json.js';
import { marketsOf } from './markets.js';

/** The last price of each market, such as `BTC-EUR`. */
export type Prices = ReadonlyMap<string, Decimal>;

/** @see https://docs.bitvavo.com/docs/rest-api/get-ticker-prices/ */
export async function readPrices(client: BitvavoClient): Promise<Prices> {
  const rows = readList(await client.get('/ticker/price'), 'prices').map((row) => readObject(row, 'prices'));
  // A market that never traded has no price.
  return new Map(
    rows
      .filter(({ price }) => price !== undefined && price !== null)
      .map((row) => [readText(row, 'market', 'prices'), readDecimal(row, 'price', 'prices')]),
  );
}

/** The last prices of assets that have a market. Bitvavo tells no time of a price; it is that of the answer. */
export async function readQuotes(
  client: BitvavoClient,
  instruments: readonly Instrument[],
): Promise<Quote[]> {
  const markets = marketsOf(instruments);
  if (markets.size === 0) return [];
  const prices = await readPrices(client);
  const at = new Date().toISOString();
  return [...markets].flatMap(([market, { instrument, currency }]) => {
    const last = prices.get(market);
    return last === undefined ? [] : [{ instrument, last, currency, at, delay: 'REALTIME' as const }];
  });
}
