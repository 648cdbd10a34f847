import { printable } from '@bourse/core';
import type { Omission, Portfolio } from '@bourse/portfolio';
import type { View } from '../../answer.js';

const REASONS: Readonly<Record<Omission['reason'], string>> = {
  RATE_MISSING: 'no exchange rate is known',
  PRICE_MISSING: 'no price is known',
  COST_UNKNOWN: 'the cost is unknown',
  HISTORY_INCOMPLETE: 'the history is incomplete',
};

const FIGURES: Readonly<Record<Omission['figure'], readonly [one: string, many: string]>> = {
  value: ['value', 'values'],
  cost: ['cost', 'costs'],
  unrealized: ['gain not yet realized', 'gains not yet realized'],
  realized: ['gain realized', 'gains realized'],
  cash: ['cash balance', 'cash balances'],
};

/** What the sums leave out, in a few words; nothing where they are whole. */
export function omissionLines({ totals, problems }: Portfolio, { style }: View): string[] {
  const omitted = totals.base?.omitted ?? totals.omitted;
  const byReason = Map.groupBy(omitted, ({ reason }) => reason);
  const rateRemedy = problems.find(({ code }) => code === 'RATE_MISSING')?.remedy;
  const lines = [...byReason].flatMap(([reason, group]) => [
    `  ${countText(group)}: ${REASONS[reason]}${currencyText(group)}`,
    ...(reason === 'RATE_MISSING' && rateRemedy !== undefined ? [`  → ${printable(rateRemedy)}`] : []),
  ]);
  return lines.length === 0 ? [] : ['', style('warning', 'The sums leave out'), ...lines];
}

/** How many of each figure there are. */
function countText(omissions: readonly Omission[]): string {
  const figures = [...Map.groupBy(omissions, ({ figure }) => figure)];
  return figures
    .map(([figure, some]) => `${some.length} ${FIGURES[figure][some.length === 1 ? 0 : 1]}`)
    .join(', ');
}

/** The currencies that lack a rate. */
function currencyText(omissions: readonly Omission[]): string {
  const currencies = new Set(omissions.flatMap((omission) => omission.currencies ?? []));
  return currencies.size === 0 ? '' : ` for ${[...currencies].sort().join(', ')}`;
}
