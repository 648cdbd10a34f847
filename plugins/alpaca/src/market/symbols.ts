import { ProblemError, type Instrument } from '@bourse/sdk';

/** The kinds whose prices the API of stocks has. */
const KINDS: ReadonlySet<Instrument['kind']> = new Set(['EQUITY', 'ETF', 'FUND']);
const SYMBOL = /^[A-Z]{1,6}(\.[A-Z]{1,2})?$/;

/** The symbol of a stock or fund; undefined for what this API has no prices of. */
export function symbolOf({ kind, symbol, currency = 'USD' }: Instrument): string | undefined {
  return KINDS.has(kind) && currency === 'USD' && symbol !== undefined && SYMBOL.test(symbol)
    ? symbol
    : undefined;
}

/** @throws ProblemError INVALID_REQUEST for what this API has no prices of */
export function requireSymbol(instrument: Instrument): string {
  const symbol = symbolOf(instrument);
  if (symbol !== undefined) return symbol;
  throw new ProblemError({
    code: 'INVALID_REQUEST',
    message: `There are prices of stocks and funds in USD only, not of ${instrument.name.slice(0, 80)}.`,
  });
}
