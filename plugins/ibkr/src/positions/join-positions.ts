import type { PositionDraft } from '@bourse/sdk';
import { instrumentId } from '../instrument/instrument-id.js';
import { sum } from '../values/amounts.js';
import { compact } from '../values/compact.js';

/** Amounts of parts that add up to those of their position. */
const SUMS = ['costBasis', 'marketValue', 'accruedInterest', 'unrealizedPnl'] as const;

/** One position of each instrument that an account holds in parts: in lots, or in several models. */
export function joinPositions(parts: readonly PositionDraft[]): PositionDraft[] {
  const positions = Map.groupBy(parts, ({ accountId, instrument, currency, asOf }) =>
    JSON.stringify([accountId, instrumentId(instrument), currency, asOf]),
  );
  return Array.from(positions.values(), joinOne);
}

function joinOne(parts: readonly PositionDraft[]): PositionDraft {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('a position has at least one part');
  if (others.length === 0) return first;
  const { averagePrice: _, raw: __, source, ...common } = first;
  const sums = SUMS.map((name) => [name, sumOf(parts.map((part) => part[name]))] as const);
  return compact({
    ...common,
    source: { ...source, rows: parts.flatMap((part) => part.source.rows ?? []) },
    ...Object.fromEntries(sums),
    quantity: sum(...parts.map(({ quantity }) => quantity)),
    derived: ['quantity', ...SUMS.filter((name) => first[name] !== undefined)],
  });
}

/** Unknown where one of them is. */
function sumOf(amounts: readonly (string | undefined)[]): string | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sum(...known) : undefined;
}
