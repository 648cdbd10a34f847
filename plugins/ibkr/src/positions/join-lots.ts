import type { PositionDraft } from '@bourse/sdk';
import { instrumentId } from '../instrument/instrument-id.js';
import { sum } from '../values/amounts.js';
import { compact } from '../values/compact.js';

/** Amounts of lots that add up to those of their position. */
const SUMS = ['costBasis', 'marketValue', 'accruedInterest', 'unrealizedPnl'] as const;

/** Positions of the lots they consist of, for exports that show lots only. */
export function joinLots(lots: readonly PositionDraft[]): PositionDraft[] {
  const positions = Map.groupBy(lots, ({ accountId, instrument, currency, asOf }) =>
    JSON.stringify([accountId, instrumentId(instrument), currency, asOf]),
  );
  return Array.from(positions.values(), joinOne);
}

function joinOne(lots: readonly PositionDraft[]): PositionDraft {
  const [first, ...others] = lots;
  if (first === undefined) throw new RangeError('a position has at least one lot');
  if (others.length === 0) return first;
  const { averagePrice: _, raw: __, source, ...common } = first;
  const sums = SUMS.map((name) => [name, sumOf(lots.map((lot) => lot[name]))] as const);
  return compact({
    ...common,
    source: { ...source, rows: lots.flatMap((lot) => lot.source.rows ?? []) },
    ...Object.fromEntries(sums),
    quantity: sum(...lots.map(({ quantity }) => quantity)),
    derived: ['quantity', ...SUMS.filter((name) => first[name] !== undefined)],
  });
}

/** Unknown where one of them is. */
function sumOf(amounts: readonly (string | undefined)[]): string | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sum(...known) : undefined;
}
