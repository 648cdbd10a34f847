import { ProblemError, type Instrument } from '@bourse/core/interfaces';
import { derivePortfolio, separateSimulated, type LedgerData } from '@bourse/portfolio';
import { findInstruments } from './find-instrument.js';

/** What was asked for, and which instruments that may be. */
export interface Wanted {
  readonly word: string;
  readonly instruments: readonly Instrument[];
}

/**
 * The instruments that words mean; without a word, all that are held, and of what is simulated nothing where anything is real.
 *
 * @throws ProblemError NOT_FOUND where nothing is named and nothing held
 */
export function wantedInstruments(data: LedgerData, words: readonly string[]): Wanted[] {
  if (words.length > 0) return words.map((word) => ({ word, instruments: findInstruments(data, word) }));
  const { positions } = derivePortfolio(separateSimulated(data).data);
  const held = positions.filter(({ quantity }) => Number(quantity) !== 0);
  if (held.length > 0)
    return held.map(({ instrument }) => ({ word: wordFor(instrument), instruments: [instrument] }));
  throw new ProblemError({
    code: 'NOT_FOUND',
    message: 'You hold nothing that has a price.',
    remedy: 'Name an instrument: bourse quotes <symbol or ISIN>',
  });
}

function wordFor({ symbol, isin, name, brokerId }: Instrument): string {
  return symbol ?? isin ?? name ?? brokerId ?? '';
}
