import type { Instrument } from '@bourse/sdk';
import type { AlpacaClient } from '../api/client.js';
import { listLatestQuotes } from '../api/endpoints.js';
import type { AlpacaSettings } from '../settings.js';
import { symbolOf } from './symbols.js';
import { toQuote, type Quote } from './to-quote.js';

/** The latest quote of each instrument that has one. */
export async function readQuotes(
  client: AlpacaClient,
  feed: AlpacaSettings['feed'],
  instruments: readonly Instrument[],
): Promise<Quote[]> {
  const known = bySymbol(instruments);
  if (known.size === 0) return [];
  const quotes = await listLatestQuotes(client, { symbols: [...known.keys()], feed });
  return [...known].flatMap(([symbol, instrument]) => {
    const quote = quotes.value(symbol);
    return quote === undefined || quote === null ? [] : [toQuote(quote, instrument, feed)];
  });
}

/** The instruments of which there are prices. */
export function bySymbol(instruments: readonly Instrument[]): ReadonlyMap<string, Instrument> {
  return new Map(
    instruments.flatMap((instrument) => {
      const symbol = symbolOf(instrument);
      return symbol === undefined ? [] : [[symbol, instrument] as const];
    }),
  );
}
