import { quoteCell, type Decimal, type DecimalMark } from '@bourse/sdk';
import Big from 'big.js';
import type { AccountRow } from './account-row.js';
import { isZero, magnitude } from './decimals.js';
import { isOption } from './instrument.js';
import { findUnit, inCurrency, type Unit } from './money.js';
import { readingsOf } from './number-marks.js';
import { RowError } from './row-error.js';
import type { TradeText } from './trade-text.js';

/** What a trade was made of, in numbers. */
export interface TradeTerms {
  readonly quantity: Decimal;
  /** In `currency`. */
  readonly price: Decimal;
  /** Of the price; never a minor unit. */
  readonly currency: string;
  /** A price of a bond is in percent of the nominal amount. */
  readonly priceType: 'PER_UNIT' | 'PERCENTAGE';
  /** Units of the underlying in one contract; absent where it is 1 or unknown. */
  readonly multiplier?: Decimal;
  /** What a bond was booked at above its price; absent where it is nothing. */
  readonly accruedInterest?: Decimal;
}

interface Reading {
  readonly quantity: Decimal;
  readonly price: Decimal;
}

/** Below it, a hundredth of the price is too close to rounding to tell a bond. */
const PERCENTAGE_MIN = 10;

/** Contracts of options are for so many units at most. */
const MULTIPLIER_MAX = 10_000;

/** Interest accrues from one payment to the next, so that it is never more than this part of a bond's price. */
const ACCRUED_MAX = '0.1';

/**
 * Reads quantity and price. A number that can be read in two ways, such as `1.000`, is read so that quantity × price
 * gives what was booked; only bonds are booked at a hundredth of it, and only options at a multiple.
 *
 * @throws RowError where they are no numbers, or the price is in no currency.
 */
export function readTradeTerms(
  text: TradeText,
  { money, product, ambiguousMark }: Pick<AccountRow, 'money' | 'product' | 'ambiguousMark'>,
): TradeTerms {
  const unit = findUnit(text.currency) ?? findUnit(text.currency.toUpperCase());
  if (unit === undefined) throw new RowError(`${quoteCell(text.currency)} is no currency.`, 'description');
  const readings = readingsOfTrade(text, unit, ambiguousMark);
  const [likely] = readings;
  if (likely === undefined) throw new RowError('Quantity and price are no numbers.', 'description');
  const isComparable = money?.currency === unit.currency && !isZero(money.amount);
  const terms = isComparable ? findFitting(readings, magnitude(money.amount), isOption(product)) : undefined;
  return { ...(terms ?? { ...likely, priceType: 'PER_UNIT' }), currency: unit.currency };
}

function readingsOfTrade(text: TradeText, unit: Unit, mark: DecimalMark): Reading[] {
  const prices = readingsOf(text.price, mark).map((price) => inCurrency(price, unit));
  const quantities = text.quantities.flatMap((quantity) => readingsOf(quantity, mark));
  return prices.flatMap((price) => quantities.map((quantity) => ({ quantity, price })));
}

type FittingTerms = Omit<TradeTerms, 'currency'>;

function findFitting(
  readings: readonly Reading[],
  booked: Decimal,
  isContract: boolean,
): FittingTerms | undefined {
  const exact = readings.find((reading) => fits(reading, booked, '1'));
  if (exact !== undefined) return { ...exact, priceType: 'PER_UNIT' };
  const multiplied = isContract ? findMultiplied(readings, booked) : undefined;
  if (multiplied !== undefined) return multiplied;
  const isLarge = new Big(booked).gte(PERCENTAGE_MIN);
  const percentage = isLarge ? readings.find((reading) => fits(reading, booked, '0.01')) : undefined;
  if (percentage !== undefined) return { ...percentage, priceType: 'PERCENTAGE' };
  return isLarge && !isContract ? findWithAccruedInterest(readings, booked) : undefined;
}

/** A bond is booked with the interest that has accrued: somewhat more than a hundredth of quantity × price. */
function findWithAccruedInterest(readings: readonly Reading[], booked: Decimal): FittingTerms | undefined {
  for (const reading of readings) {
    const gross = new Big(reading.quantity).times(reading.price).times('0.01').abs();
    const accrued = new Big(booked).minus(gross);
    if (accrued.gt(0) && accrued.lte(gross.times(ACCRUED_MAX)))
      return { ...reading, priceType: 'PERCENTAGE', accruedInterest: accrued.toFixed() };
  }
  return undefined;
}

/** What was booked is quantity × price × factor, but for the rounding of both. */
function fits({ quantity, price }: Reading, booked: Decimal, factor: Decimal): boolean {
  const difference = new Big(quantity).times(price).times(factor).abs().minus(booked).abs();
  return difference.lte('0.01') || difference.lte(halfUlp(price).times(quantity).times(factor));
}

function findMultiplied(readings: readonly Reading[], booked: Decimal): FittingTerms | undefined {
  for (const reading of readings) {
    const single = new Big(reading.quantity).times(reading.price).abs();
    if (single.eq(0)) continue;
    const multiplier = new Big(booked).div(single).round().toFixed();
    const isPlausible = new Big(multiplier).gt(1) && new Big(multiplier).lte(MULTIPLIER_MAX);
    if (isPlausible && fits(reading, booked, multiplier))
      return { ...reading, priceType: 'PER_UNIT', multiplier };
  }
  return undefined;
}

/** Half a unit of the last digit of a printed number. */
function halfUlp(decimal: Decimal): Big {
  return new Big(`5e-${(decimal.split('.')[1] ?? '').length + 1}`);
}
