import type { Money } from '@bourse/core/interfaces';
import type { AccountRef } from '../entries/account-ref.js';
import type { PositionView } from '../positions/position-view.js';

/** The figures of positions that are added up. */
export const FIGURES = ['value', 'cost', 'unrealized', 'realized'] as const;

export type Figure = (typeof FIGURES)[number];

/** A figure that a total leaves out, in whole or in part, and why. */
export interface Omission extends AccountRef {
  readonly figure: Figure | 'cash';
  readonly reason: 'RATE_MISSING' | 'PRICE_MISSING' | 'COST_UNKNOWN' | 'HISTORY_INCOMPLETE';
  /** The key of the position; absent for cash. */
  readonly key?: string;
  /** Where a rate is missing: the currencies that the amount is in. */
  readonly currencies?: readonly string[];
}

/** What totals by currency leave out of a position. */
export function omissionsOf(position: PositionView): Omission[] {
  return FIGURES.flatMap((figure) => omissionOf(position, figure) ?? []);
}

/** What totals in the base currency leave out of a position. */
export function baseOmissionsOf(position: PositionView, base: string): Omission[] {
  return FIGURES.flatMap(
    (figure) => omissionOf(position, figure) ?? rateOmissionOf(position, figure, base) ?? [],
  );
}

function omissionOf(position: PositionView, figure: Figure): Omission | undefined {
  const reason = reasonOf[figure](position);
  const { institution, accountId, key } = position;
  return reason === undefined ? undefined : { figure, reason, institution, accountId, key };
}

const reasonOf: Record<Figure, (position: PositionView) => Omission['reason'] | undefined> = {
  value({ value, quantity, incompleteSince }) {
    if (value !== undefined) return undefined;
    return incompleteSince !== undefined && quantity.startsWith('-') ? 'HISTORY_INCOMPLETE' : 'PRICE_MISSING';
  },
  cost: ({ cost, incompleteSince }) => (cost === undefined ? unknownCost(incompleteSince) : undefined),
  unrealized({ quantity, unrealized, price, incompleteSince }) {
    if (unrealized !== undefined || quantity === '0') return undefined;
    return price === undefined && incompleteSince === undefined
      ? 'PRICE_MISSING'
      : unknownCost(incompleteSince);
  },
  realized({ realized, unknownGains, incompleteSince }) {
    return realized === undefined || unknownGains !== undefined ? unknownCost(incompleteSince) : undefined;
  },
};

function unknownCost(incompleteSince: string | undefined): Omission['reason'] {
  return incompleteSince === undefined ? 'COST_UNKNOWN' : 'HISTORY_INCOMPLETE';
}

function rateOmissionOf(position: PositionView, figure: Figure, base: string): Omission | undefined {
  const { institution, accountId, key, quantity, base: figures } = position;
  if (figures?.[figure] !== undefined || (figure === 'unrealized' && quantity === '0')) return undefined;
  return {
    figure,
    reason: 'RATE_MISSING',
    institution,
    accountId,
    key,
    currencies: currenciesOf(position, figure).filter((currency) => currency !== base),
  };
}

function currenciesOf({ value, cost, realized }: PositionView, figure: Figure): string[] {
  const amounts: Record<Figure, readonly Money[]> = {
    value: value ?? [],
    cost: cost ?? [],
    unrealized: [...(value ?? []), ...(cost ?? [])],
    realized: realized ?? [],
  };
  return [...new Set(amounts[figure].map(({ currency }) => currency))].sort();
}
