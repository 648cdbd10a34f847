import { isCurrency, type Instrument } from '@bourse/sdk';

/** What Alpaca names by the symbol alone: `OCC` symbols are options, pairs are crypto assets. */
const OPTION = /^([A-Z]{1,6})\d?(\d{2})(\d{2})(\d{2})([CP])(\d{5})(\d{3})$/;
const PAIR = /^([A-Z0-9]{1,16})\/([A-Z0-9]{1,16})$/;

/** The quotes of pairs whose spelling without a slash positions and fees use. */
const QUOTES = ['USDT', 'USDC', 'USD', 'BTC'] as const;

const CONTRACT_UNITS = '100';

/** A pair of a crypto asset and what it is traded for. */
export interface Pair {
  readonly base: string;
  readonly quote: string;
}

/** Reads `BTC/USD`; undefined for symbols of other kinds. */
export function readPair(symbol: string): Pair | undefined {
  const [, base, quote] = PAIR.exec(symbol) ?? [];
  return base === undefined || quote === undefined ? undefined : { base, quote };
}

/** Reads `BTCUSD`, as positions and fees spell a pair, or `BTC/USD`. */
export function readJoinedPair(symbol: string): Pair | undefined {
  const pair = readPair(symbol);
  if (pair !== undefined) return pair;
  const quote = QUOTES.find((one) => symbol.endsWith(one) && symbol.length > one.length);
  return quote === undefined ? undefined : { base: symbol.slice(0, -quote.length), quote };
}

/** A crypto asset; it is known by its symbol alone. */
export function toCrypto(symbol: string): Instrument {
  return { kind: 'CRYPTO', name: symbol, symbol };
}

/** Whether a pair is traded for money, not for another crypto asset. */
export function isMoney(quote: string): boolean {
  return isCurrency(quote);
}

/**
 * A stock, a fund or an option. Activities name neither an ISIN nor an id, and tell funds and stocks apart nowhere: what
 * is no option is EQUITY, known by its symbol and currency, the same in all lists.
 */
export function toInstrument(symbol: string, currency: string): Instrument {
  const pair = readPair(symbol);
  if (pair !== undefined) return toCrypto(pair.base);
  return toOption(symbol, currency) ?? { kind: 'EQUITY', name: symbol, symbol, currency };
}

function toOption(symbol: string, currency: string): Instrument | undefined {
  const [, root, year, month, day, kind, whole, thousandths] = OPTION.exec(symbol) ?? [];
  if (root === undefined || whole === undefined || thousandths === undefined) return undefined;
  const fraction = thousandths.replace(/0+$/, '');
  return {
    kind: 'OPTION',
    name: symbol,
    symbol,
    currency,
    multiplier: CONTRACT_UNITS,
    expiry: `20${year}-${month}-${day}`,
    strike: String(Number(whole)) + (fraction === '' ? '' : `.${fraction}`),
    putCall: kind === 'C' ? 'CALL' : 'PUT',
    underlying: { symbol: root },
  };
}
