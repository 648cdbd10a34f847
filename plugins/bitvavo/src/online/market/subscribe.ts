import type { Instrument, Quote } from '@bourse/sdk';
import type { BitvavoClient } from '../api/client.js';
import { marketsOf } from './markets.js';
import { readPrices } from './prices.js';
import { streamQuotes } from './quote-stream.js';

/** Quotes of the assets that have a market; Bitvavo refuses a subscription as a whole where one of them does not exist. */
export async function* subscribe(
  client: BitvavoClient,
  instruments: readonly Instrument[],
  signal: AbortSignal,
): AsyncGenerator<Quote> {
  const wanted = marketsOf(instruments);
  if (wanted.size === 0) return;
  const prices = await readPrices(client);
  const markets = new Map([...wanted].filter(([market]) => prices.has(market)));
  yield* streamQuotes({ markets, signal });
}
