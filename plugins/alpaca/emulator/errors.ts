import { json, type Answer } from '@bourse/sdk/emulator';

/** An error of the trading API: a code of eight digits, the first three of which are the status. */
export function tradingError(code: number, message: string): Answer {
  return json({ code, message }, { status: Math.floor(code / 100_000) });
}

/** An error of the market data API, which has no code. */
export function dataError(status: number, message: string): Answer {
  return json({ message }, { status });
}

/** A parameter that cannot be understood; the code begins with 400, the status is 422 all the same. */
export const invalid = (message: string): Answer => json({ code: 40_010_001, message }, { status: 422 });

export const unauthorized = (): Answer => tradingError(40_110_000, 'request is not authorized');
export const notFound = (message: string): Answer => tradingError(40_410_000, message);
