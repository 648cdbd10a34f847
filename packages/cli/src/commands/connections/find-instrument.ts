import type { LedgerData } from '@bourse/portfolio';
import { isIsin, type Instrument } from '@bourse/core/interfaces';

/**
 * The instrument that a word means: one of the ledger, by symbol, ISIN, the institution's own id or its name; else what
 * the word itself tells.
 */
export function findInstruments(
  { instruments }: Pick<LedgerData, 'instruments'>,
  word: string,
): Instrument[] {
  const wanted = word.toLowerCase();
  const isCalled = ({ symbol, isin, brokerId, name }: Instrument): boolean =>
    [symbol, isin, brokerId, name].some((text) => text?.toLowerCase() === wanted);
  const known = [...instruments.values()].filter(isCalled);
  if (known.length > 0) return known;
  return [{ kind: 'OTHER', name: word, ...(isIsin(word) ? { isin: word } : { symbol: word }) }];
}
