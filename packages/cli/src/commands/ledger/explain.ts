import type { Decimal, Instrument } from '@bourse/core/interfaces';
import { isCurrency, ProblemError } from '@bourse/core/interfaces';
import {
  derivePortfolio,
  explainCash,
  explainPosition,
  listRealizations,
  type LedgerData,
  type PositionOptions,
  type PositionStep,
  type PositionView,
} from '@bourse/portfolio';

/** One record behind a figure, and what it adds: units of an instrument or an amount of a currency. */
export interface ExplainedStep {
  readonly recordId: string;
  readonly date: string;
  readonly adds: Decimal;
  /** What is added: an instrument's name or a currency. */
  readonly of: string;
}

/** What `realized` stands for: all gains that closings have brought. */
const REALIZED = 'realized';

/**
 * The records behind a figure.
 *
 * @param what An instrument by ISIN, symbol or name; a currency for the cash in it; or `realized`.
 * @throws ProblemError NOT_FOUND where the ledger has nothing of that name
 */
export function explainFigure(data: LedgerData, options: PositionOptions, what: string): ExplainedStep[] {
  if (what === REALIZED) return explainRealized(data, options);
  const positions = derivePortfolio(data, options).positions.filter(({ instrument }) =>
    isNamed(instrument, what),
  );
  if (positions.length > 0) return explainHoldings(data, options, positions);
  const currency = what.toUpperCase();
  if (isCurrency(currency)) {
    return explainCash(data, { ...options, currency }).map(({ recordId, date, amount }) => ({
      recordId,
      date,
      adds: amount,
      of: currency,
    }));
  }
  throw new ProblemError({
    code: 'NOT_FOUND',
    message: `Nothing in this part of the ledger is called "${what}".`,
    remedy: 'Name an instrument by ISIN, symbol or name, a currency such as EUR, or "realized".',
  });
}

/** A record whose units went from one of the positions to another one is told once. */
function explainHoldings(
  data: LedgerData,
  { until }: PositionOptions,
  positions: readonly PositionView[],
): ExplainedStep[] {
  const told = new Set<string>();
  return positions.flatMap(({ key, instrument, institution, accountId }) => {
    const account = `${institution}/${accountId}`;
    const steps = explainPosition(data, { key, account, until }).filter((step) => !told.has(placeOf(step)));
    for (const step of steps) told.add(placeOf(step));
    return steps.map(({ recordId, date, quantity }) => ({
      recordId,
      date,
      adds: quantity,
      of: instrument.symbol ?? instrument.name,
    }));
  });
}

function placeOf({ recordId, key }: PositionStep): string {
  return JSON.stringify([recordId, key]);
}

function explainRealized(data: LedgerData, options: PositionOptions): ExplainedStep[] {
  return listRealizations(data, options).flatMap(({ recordId, date, gain = [] }) =>
    gain.map(({ amount, currency }) => ({ recordId, date, adds: amount, of: currency })),
  );
}

function isNamed({ isin, symbol, name, brokerId }: Instrument, what: string): boolean {
  const wanted = what.toLowerCase();
  return [isin, symbol, name, brokerId].some((text) => text?.toLowerCase() === wanted);
}
