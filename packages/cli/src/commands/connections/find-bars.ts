import type { Bar, Instrument } from '@bourse/core/interfaces';
import { toFailure } from '../../failure.js';

/** Prices of the past, and what gave them. */
export interface GivenBars {
  readonly instrument: Instrument;
  readonly connectionId: string;
  /** Simulated, where it is a development connection. */
  readonly environment: 'live' | 'development';
  readonly bars: readonly Bar[];
}

/**
 * Asks one after the other until one has prices.
 *
 * @param isNoAnswer Whether the next one is asked after this failure
 * @returns undefined where there is nobody to ask
 * @throws What the first one answered that failed for another reason than the question, where none has prices; where all
 *   of them failed, what the first one answered
 */
export async function findBars<Asked>(
  all: readonly Asked[],
  ask: (asked: Asked) => Promise<GivenBars | undefined>,
  isNoAnswer: (failure: unknown) => boolean,
): Promise<GivenBars | undefined> {
  const failures: unknown[] = [];
  let empty: GivenBars | undefined;
  for (const asked of all) {
    try {
      const given = await ask(asked);
      if (given !== undefined && given.bars.length > 0) return given;
      empty ??= given;
    } catch (failure) {
      if (!isNoAnswer(failure)) throw failure;
      failures.push(failure);
    }
  }
  const trouble = failures.filter((failure) => !isRefusedQuestion(failure));
  if (trouble.length > 0 || (empty === undefined && failures.length > 0)) throw [...trouble, ...failures][0];
  return empty;
}

/** Tells whether an institution was asked for what it does not have. */
export function isRefusedQuestion(failure: unknown): boolean {
  return toFailure(failure).code === 'INVALID_REQUEST';
}
