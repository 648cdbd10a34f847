import type { Charge, Decimal, Instrument, Money } from '@bourse/sdk';
import { MARGINED } from '../instrument/asset-kinds.js';
import type { FlexRow } from '../row/flex-row.js';
import { inCurrency, type Unit } from '../row/unit.js';
import { isClose, isEqual, isNegative, magnitude, negated, sum } from '../values/amounts.js';
import { sumCharges } from './trade-charges.js';

/** What a trade did to the cash, as far as it is printed. */
export interface TradeAmounts {
  readonly grossAmount: Decimal;
  readonly accruedInterest?: Decimal;
  readonly charges: Charge[];
  readonly netAmount: Money;
  /** Names of fields that are not printed but computed. */
  readonly derived: string[];
}

/** What the amounts are worked out from. */
export interface TradeFacts {
  readonly row: FlexRow;
  readonly unit: Unit;
  readonly instrument: Instrument;
  /** Charges of columns of their own. */
  readonly charges: readonly Charge[];
  /** +1 where the trade brings cash, -1 where it takes some. */
  readonly direction: 1 | -1;
  /** Quantity × price, for exports that print neither proceeds nor money. */
  readonly computedGross: Decimal | undefined;
}

/** The printed amount of a trade without sign: `proceeds`, else `tradeMoney`. */
export function readGrossAmount(row: FlexRow, unit: Unit): Decimal | undefined {
  const amount = row.nonZero('proceeds') ?? row.nonZero('tradeMoney') ?? row.decimal('proceeds');
  const printed = amount ?? row.decimal('tradeMoney');
  return printed === undefined ? undefined : inCurrency(magnitude(printed), unit);
}

/**
 * The amounts of a trade. `netCash` is what was booked and wins; without it, it is computed. Futures and CFDs exchange
 * no principal, so what remains of them are their charges.
 */
export function readTradeAmounts(facts: TradeFacts): TradeAmounts | undefined {
  const { row, unit, instrument, charges } = facts;
  const printedGross = readGrossAmount(row, unit);
  const grossAmount = printedGross ?? facts.computedGross ?? findGrossAmount(facts);
  if (grossAmount === undefined) return undefined;
  const derived = printedGross === undefined ? ['grossAmount'] : [];
  const principal = facts.direction === 1 ? grossAmount : negated(grossAmount);
  const costs = negated(sumCharges(charges, unit.currency));
  const withPrincipal = sum(principal, costs);
  const isMargined = MARGINED.has(instrument.kind);
  const expected = isMargined ? costs : withPrincipal;
  const booked = readNetCash(row, unit);
  if (booked === undefined || (isMargined && isEqual(booked, withPrincipal) && !isEqual(booked, expected))) {
    return {
      grossAmount,
      charges: [...charges],
      netAmount: { amount: expected, currency: unit.currency },
      derived: [...derived, 'netAmount'],
    };
  }
  return {
    grossAmount,
    ...explainDifference(facts, sum(booked, negated(expected))),
    netAmount: { amount: booked, currency: unit.currency },
    derived,
  };
}

/** For exports that print nothing but the booked cash: what it is without the charges. */
function findGrossAmount({ row, unit, instrument, charges }: TradeFacts): Decimal | undefined {
  const booked = MARGINED.has(instrument.kind) ? undefined : readNetCash(row, unit);
  return booked === undefined ? undefined : magnitude(sum(booked, sumCharges(charges, unit.currency)));
}

function readNetCash(row: FlexRow, unit: Unit): Decimal | undefined {
  const amount = row.decimal('netCash');
  return amount === undefined ? undefined : inCurrency(amount, unit);
}

/**
 * What makes booked and expected cash differ: accrued interest where it is part of `netCash` (elsewhere a cash row books
 * it), or a cost whose column the export lacks.
 */
function explainDifference(
  { row, unit, charges, direction }: TradeFacts,
  difference: Decimal,
): Pick<TradeAmounts, 'accruedInterest' | 'charges'> {
  const printed = row.nonZero('accruedInt');
  const interest = printed === undefined ? undefined : inCurrency(magnitude(printed), unit);
  if (interest !== undefined && isClose(magnitude(difference), interest)) {
    const isWithPrincipal = isNegative(difference) === (direction === -1);
    return { accruedInterest: isWithPrincipal ? interest : negated(interest), charges: [...charges] };
  }
  const lacksColumn = !row.has('taxes') || !row.has('ibCommission');
  if (!lacksColumn || isClose(difference, '0')) return { charges: [...charges] };
  const money = { amount: negated(difference), currency: unit.currency };
  return { charges: [...charges, { kind: 'OTHER', money }] };
}
