import type { Decimal, FxRate, Money } from '@bourse/sdk';
import Big from 'big.js';
import { magnitude, isZero } from '../row/decimals.js';

/** An executed rate, and whether it was computed because the statement prints none that fits. */
export interface ConversionRate {
  readonly fx: FxRate;
  readonly isComputed: boolean;
}

/** Rates of currencies that are quoted in a hundredth of them are printed for that hundredth. */
const QUOTED_IN_HUNDREDTHS: ReadonlySet<string> = new Set(['GBP', 'ILS', 'ZAR']);

/** A printed rate that is further off than this is not the rate of these amounts. */
const MAX_DEVIATION = 0.05;

/** Decimals of a computed rate. */
const RATE_DECIMALS = 10;

/**
 * The rate at which one amount was converted into the other.
 *
 * The statement prints it beside the leg in the other currency, as units of that for one of the account's; older
 * statements did it the other way around, so the amounts decide. For pounds it prints pence.
 */
export function toConversionRate(
  rated: Money,
  other: Money,
  printed: Decimal | undefined,
  date: string,
): ConversionRate {
  const fitting = printed === undefined ? undefined : findFitting(rated, other, printed);
  const fx = fitting ?? { base: other.currency, quote: rated.currency, rate: computeRate(other, rated) };
  return { fx: { ...fx, source: 'EXECUTED', date }, isComputed: fitting === undefined };
}

/** How far a printed rate is from the amounts of two legs, at best; 1 is as far as nothing can be. */
export function deviationOf(rated: Money, other: Money, printed: Decimal): number {
  return Math.min(...candidatesOf(rated, other, printed).map(({ deviation }) => deviation), 1);
}

interface Candidate extends Pick<FxRate, 'base' | 'quote' | 'rate'> {
  readonly deviation: number;
}

function findFitting(rated: Money, other: Money, printed: Decimal): Omit<Candidate, 'deviation'> | undefined {
  const best = candidatesOf(rated, other, printed).reduce<Candidate | undefined>(
    (left, right) => (left === undefined || right.deviation < left.deviation ? right : left),
    undefined,
  );
  if (best === undefined || best.deviation > MAX_DEVIATION) return undefined;
  const { base, quote, rate } = best;
  return { base, quote, rate };
}

/** The ways in which a printed rate can be meant, the usual one first. */
function candidatesOf(rated: Money, other: Money, printed: Decimal): Candidate[] {
  if (isZero(printed) || isZero(rated.amount) || isZero(other.amount)) return [];
  const isHundredth = [rated, other].some(({ currency }) => QUOTED_IN_HUNDREDTHS.has(currency));
  const rates = isHundredth ? [printed, hundredth(printed)] : [printed];
  return rates.flatMap((rate) => [candidate(other, rated, rate), candidate(rated, other, rate)]);
}

function candidate(base: Money, quote: Money, rate: Decimal): Candidate {
  // A measure of likeness, not money: floating point is exact enough to tell which amounts belong together.
  const implied = Math.abs(Number(quote.amount) / Number(base.amount));
  const deviation = Math.abs(implied / Number(rate) - 1);
  return { base: base.currency, quote: quote.currency, rate, deviation };
}

function hundredth(rate: Decimal): Decimal {
  return new Big(rate).times('0.01').toFixed((rate.split('.')[1] ?? '').length + 2);
}

function computeRate(base: Money, quote: Money): Decimal {
  if (isZero(base.amount)) return '0';
  return new Big(magnitude(quote.amount)).div(magnitude(base.amount)).round(RATE_DECIMALS).toFixed();
}
