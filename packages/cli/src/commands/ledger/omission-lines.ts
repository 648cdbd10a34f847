import type { Omission, Portfolio } from '@bourse/portfolio';
import type { View } from '../../answer.js';

const REASONS: Readonly<Record<Omission['reason'], string>> = {
  RATE_MISSING: 'no exchange rate is known',
  PRICE_MISSING: 'no price is known',
  COST_UNKNOWN: 'the cost is unknown',
  HISTORY_INCOMPLETE: 'the history is incomplete',
};

const FIGURES: Readonly<Record<Omission['figure'], string>> = {
  value: 'values',
  cost: 'costs',
  unrealized: 'gains not yet realized',
  realized: 'gains realized',
  cash: 'cash balances',
};

/** What the sums leave out, in a few words; nothing where they are whole. */
export function omissionLines({ totals }: Portfolio, { style }: View): string[] {
  const omitted = totals.base?.omitted ?? totals.omitted;
  const groups = Map.groupBy(omitted, ({ figure, reason }) => `${FIGURES[figure]}, where ${REASONS[reason]}`);
  const lines = [...groups].map(([what, group]) => `  ${group.length} ${what}`);
  return lines.length === 0 ? [] : ['', style('warning', 'The sums leave out'), ...lines];
}
