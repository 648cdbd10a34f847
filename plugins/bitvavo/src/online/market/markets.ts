import { ProblemError, type Instrument } from '@bourse/sdk';
import { HOME_CURRENCY, isMoney } from '../../statement/assets.js';

/** An asset and the money that it is traded for. */
export interface Market {
  readonly instrument: Instrument;
  readonly currency: string;
}

const SYMBOL = /^[A-Z0-9]{1,32}$/;

/** The markets of crypto assets by name, such as `BTC-EUR`; whether Bitvavo has them is another matter. */
export function marketsOf(instruments: readonly Instrument[]): ReadonlyMap<string, Market> {
  return new Map(
    instruments.flatMap((instrument) => {
      const { kind, symbol = '', currency = HOME_CURRENCY } = instrument;
      if (kind !== 'CRYPTO' || !SYMBOL.test(symbol) || !isMoney(currency)) return [];
      return [[`${symbol}-${currency}`, { instrument, currency }] as const];
    }),
  );
}

/** @throws ProblemError INVALID_REQUEST for what has no market */
export function requireMarket(instrument: Instrument): string {
  const [market] = marketsOf([instrument]).keys();
  if (market !== undefined) return market;
  throw new ProblemError({
    code: 'INVALID_REQUEST',
    message: `There are prices of crypto assets only, not of ${instrument.name.slice(0, 80)}.`,
  });
}
