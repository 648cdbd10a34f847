import type { DividendKind } from '@bourse/sdk';
import type { Activity } from '../api/activity.js';

/** What was paid, before anything was kept back. */
const GROSS: Readonly<Record<string, DividendKind>> = {
  DIV: 'CASH',
  DIVTXEX: 'CASH',
  DIVCGL: 'CAPITAL_GAIN',
  DIVCGS: 'CAPITAL_GAIN',
  CGD: 'CAPITAL_GAIN',
  DIVROC: 'RETURN_OF_CAPITAL',
};
const TAXES: readonly string[] = ['DIVNRA', 'DIVFT', 'DIVTW'];
const FEE = 'DIVFEE';

/** Every type of the family. */
export const INCOME_TYPES: readonly string[] = [...Object.keys(GROSS), ...TAXES, FEE];

/** A payment with the taxes and fees that belong to it alone. */
export interface Income {
  readonly gross: Activity;
  readonly taxes: readonly Activity[];
  readonly fees: readonly Activity[];
}

/** The payments of some days, and the taxes and fees that cannot be told to belong to one. */
export interface JoinedIncome {
  readonly payments: readonly Income[];
  /** With the payments of the same day and instrument, of which there are none or several. */
  readonly looseTaxes: readonly LooseRow[];
  readonly looseFees: readonly LooseRow[];
}

export interface LooseRow {
  readonly activity: Activity;
  /** Whether something was paid on the same instrument on the same day. */
  readonly hasPayment: boolean;
}

/** Dividends in shares move no cash and are corporate actions. */
export function isStockDividend({ type, subType }: Activity): boolean {
  return type === 'DIV' && subType === 'SDIV';
}

export function kindOf({ type, subType }: Activity): DividendKind {
  return type === 'DIV' && subType === 'SPD' ? 'IN_LIEU' : (GROSS[type] ?? 'CASH');
}

/**
 * Joins taxes and fees with the payment of the same instrument and day where there is exactly one. The activities have to
 * be those of whole days.
 */
export function joinIncome(activities: readonly Activity[]): JoinedIncome {
  const family = activities.filter(
    (activity) => INCOME_TYPES.includes(activity.type) && !isStockDividend(activity),
  );
  const groups = Map.groupBy(
    family,
    ({ date, symbol, currency }) => `${date} ${symbol ?? ''} ${currency ?? ''}`,
  );
  const joined = [...groups.values()].map(joinGroup);
  return {
    payments: joined.flatMap(({ payments }) => payments),
    looseTaxes: joined.flatMap(({ looseTaxes }) => looseTaxes),
    looseFees: joined.flatMap(({ looseFees }) => looseFees),
  };
}

function joinGroup(group: readonly Activity[]): JoinedIncome {
  const payments = group.filter(({ type }) => type in GROSS);
  const taxes = group.filter(({ type }) => TAXES.includes(type));
  const fees = group.filter(({ type }) => type === FEE);
  const [only] = payments;
  if (payments.length === 1 && only !== undefined && only.symbol !== undefined) {
    return { payments: [{ gross: only, taxes, fees }], looseTaxes: [], looseFees: [] };
  }
  const toLoose = (activity: Activity): LooseRow => ({ activity, hasPayment: payments.length > 0 });
  return {
    payments: payments.map((gross) => ({ gross, taxes: [], fees: [] })),
    looseTaxes: taxes.map(toLoose),
    looseFees: fees.map(toLoose),
  };
}
