import type { Money } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import { isNegative, isZero, sum } from '../row/decimals.js';
import { deviationOf, toConversionRate, type ConversionRate } from './conversion-rate.js';

/** A row that books one leg of a conversion. */
export type Leg = AccountRow & { readonly money: Money };

/** The two legs of one conversion. */
export interface LegPair {
  readonly legs: readonly [Leg, Leg];
  readonly rate: ConversionRate;
}

/** Legs of one conversion that is booked in more than two rows. */
export interface LegBundle {
  readonly legs: readonly Leg[];
  readonly rate: ConversionRate;
}

/** The legs that belong together, and those that are left over. */
export interface PairedLegs {
  readonly pairs: readonly LegPair[];
  readonly bundles: readonly LegBundle[];
  readonly unpaired: readonly Leg[];
}

/** How many legs before and behind one are looked at; those of one order stand together. */
const WINDOW = 32;

/** Beyond rounding to cents, a printed rate may be off by so much. */
const RATE_TOLERANCE = 0.0005;

/**
 * Finds which legs are one conversion, among the legs of one day and order. One of them prints the rate, so the amounts
 * tell where several conversions stand together, and where one is booked in more than two rows; else the neighbour of
 * the same minute is taken.
 */
export function pairLegs(legs: readonly Leg[]): PairedLegs {
  const free = new Set(legs);
  const pairs = takePairs(legs, free, isSameRate);
  const bundles = takeBundles(free);
  pairs.push(...takePairs(legs, free, isSameMinute));
  return { pairs, bundles, unpaired: [...free] };
}

function takePairs(legs: readonly Leg[], free: Set<Leg>, isPartner: PartnerTest): LegPair[] {
  return legs.flatMap((leg, index) => {
    const partner = free.has(leg) ? findPartner(leg, index, legs, free, isPartner) : undefined;
    if (partner === undefined) return [];
    free.delete(leg);
    free.delete(partner);
    return [toPair(leg, partner)];
  });
}

/** All legs of a minute are one conversion where the sums of both currencies give the rate that one of them prints. */
function takeBundles(free: Set<Leg>): LegBundle[] {
  const minutes = Map.groupBy(free, ({ printedTime }) => printedTime);
  return [...minutes.values()].flatMap((legs) => {
    const rate = legs.length > 2 ? findCommonRate(legs) : undefined;
    if (rate === undefined) return [];
    for (const leg of legs) free.delete(leg);
    return [{ legs, rate }];
  });
}

function findCommonRate(legs: readonly Leg[]): ConversionRate | undefined {
  const rated = legs.find(({ rate }) => rate !== undefined);
  if (rated?.rate === undefined) return undefined;
  const own = legs.filter(({ money }) => money.currency === rated.money.currency);
  const others = legs.filter(({ money }) => money.currency !== rated.money.currency);
  const [total, other] = [totalOf(own), totalOf(others)];
  if (total === undefined || other === undefined || !areOpposite(total, other)) return undefined;
  const tolerance = RATE_TOLERANCE + rounding(total) + rounding(other);
  if (deviationOf(total, other, rated.rate) > tolerance) return undefined;
  return toConversionRate(total, other, rated.rate, rated.date);
}

/** Undefined where the legs are of several currencies, or there are none. */
function totalOf(legs: readonly Leg[]): Money | undefined {
  const [first, ...others] = legs.map(({ money }) => money);
  if (first === undefined || others.some(({ currency }) => currency !== first.currency)) return undefined;
  return { amount: sum(legs.map(({ money }) => money.amount)), currency: first.currency };
}

type PartnerTest = (leg: Leg, other: Leg) => boolean;

/** The nearest leg that passes; one of the same minute before one of another. */
function findPartner(
  leg: Leg,
  index: number,
  legs: readonly Leg[],
  free: ReadonlySet<Leg>,
  isPartner: PartnerTest,
): Leg | undefined {
  const start = Math.max(0, index - WINDOW);
  const near = legs.slice(start, index + WINDOW + 1).map((other, offset) => ({
    other,
    distance: Math.abs(start + offset - index) + (other.printedTime === leg.printedTime ? 0 : WINDOW),
  }));
  return near
    .filter(({ other }) => free.has(other) && areOpposite(leg.money, other.money) && isPartner(leg, other))
    .reduce<(typeof near)[number] | undefined>(
      (best, next) => (best === undefined || next.distance < best.distance ? next : best),
      undefined,
    )?.other;
}

function areOpposite(left: Money, right: Money): boolean {
  return left.currency !== right.currency && isNegative(left.amount) !== isNegative(right.amount);
}

const isSameRate: PartnerTest = (leg, other) => {
  if (leg.rate === undefined) return false;
  const tolerance = RATE_TOLERANCE + rounding(leg.money) + rounding(other.money);
  return deviationOf(leg.money, other.money, leg.rate) <= tolerance;
};

/** Two legs that both print a rate are of two conversions, unless nothing else is left. */
const isSameMinute: PartnerTest = (leg, other) => leg.printedTime === other.printedTime;

/** By which fraction rounding to cents can change the amount; a measure of likeness, not money. */
function rounding({ amount }: Money): number {
  return isZero(amount) ? 1 : 0.005 / Math.abs(Number(amount));
}

function toPair(leg: Leg, partner: Leg): LegPair {
  const [rated, other] =
    leg.rate === undefined && partner.rate !== undefined ? [partner, leg] : [leg, partner];
  return { legs: [rated, other], rate: toConversionRate(rated.money, other.money, rated.rate, rated.date) };
}
