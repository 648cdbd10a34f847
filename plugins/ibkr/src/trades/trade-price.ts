import type { Decimal, Instrument, PriceType } from '@bourse/sdk';
import { DERIVATIVES } from '../instrument/asset-kinds.js';
import { isClose, isZero, magnitude, product, sum, wholeQuotient } from '../values/amounts.js';

/** What a trade prints of its price. */
export interface PrintedPrice {
  readonly price: Decimal;
  readonly quantity: Decimal;
  readonly instrument: Instrument;
  readonly currency: string;
  /** The printed amount of the trade, without sign; undefined where the export lacks it. */
  readonly grossAmount: Decimal | undefined;
  /** `principalAdjustFactor` of an inflation-linked bond. */
  readonly principalFactor: Decimal | undefined;
}

/** How a price is to be understood. */
export interface UnderstoodPrice {
  readonly price: Decimal;
  readonly priceType?: PriceType;
  /** In place of the instrument's own. */
  readonly multiplier?: Decimal;
}

/** Currencies whose shares are quoted in hundredths, even where the row names the currency itself. */
const QUOTED_IN_HUNDREDTHS: ReadonlySet<string> = new Set(['GBP', 'ILS', 'ZAR']);

/**
 * Bonds are quoted in percent and some shares in pence, a contract is of many units; the printed amount tells, and where
 * it is missing or fits nothing, the kind of the instrument does. Exports without asset class do not tell bonds from
 * others.
 */
export function understandPrice(printed: PrintedPrice): UnderstoodPrice {
  const readings = findReadings(printed);
  const fitting = readings.find((reading) => fits(reading, printed));
  return fitting ?? readings[0] ?? { price: printed.price };
}

function findReadings(printed: PrintedPrice): UnderstoodPrice[] {
  const { price, instrument, currency, principalFactor } = printed;
  const perUnit: UnderstoodPrice = { price };
  if (instrument.kind === 'BOND') {
    const percentage: UnderstoodPrice = { price, priceType: 'PERCENTAGE' };
    const linked = principalFactor === undefined ? [] : [{ ...percentage, multiplier: principalFactor }];
    return [percentage, ...linked, perUnit];
  }
  const inHundredths = QUOTED_IN_HUNDREDTHS.has(currency) ? [{ price: product(price, '0.01') }] : [];
  const inPercent: UnderstoodPrice[] =
    instrument.kind === 'OTHER' ? [{ price, priceType: 'PERCENTAGE' }] : [];
  return [perUnit, ...inHundredths, ...inPercent, ...readContract(printed)];
}

/** The price of a contract whose multiplier the export lacks. */
function readContract({ price, quantity, instrument, grossAmount }: PrintedPrice): UnderstoodPrice[] {
  const { kind, multiplier } = instrument;
  const expected = magnitude(product(quantity, price));
  if (multiplier !== undefined || !(DERIVATIVES.has(kind) || kind === 'OTHER')) return [];
  if (grossAmount === undefined || isZero(expected)) return [];
  const units = wholeQuotient(grossAmount, expected);
  return isZero(units) || units === '1' ? [] : [{ price, multiplier: units }];
}

function fits(reading: UnderstoodPrice, { quantity, instrument, grossAmount }: PrintedPrice): boolean {
  if (grossAmount === undefined) return false;
  const expected = toGrossAmount(reading, quantity, instrument);
  return isClose(expected, grossAmount, priceTolerance(reading, quantity, instrument));
}

/** Quantity × price × multiplier, a hundredth of it for prices in percent. */
export function toGrossAmount(reading: UnderstoodPrice, quantity: Decimal, instrument: Instrument): Decimal {
  return product(quantity, reading.price, unitFactor(reading, instrument));
}

/** A cent, and half the last digit of the price for each unit. */
function priceTolerance(reading: UnderstoodPrice, quantity: Decimal, instrument: Instrument): Decimal {
  const decimals = reading.price.split('.')[1]?.length ?? 0;
  const halfDigit = decimals === 0 ? '0.5' : `0.${'0'.repeat(decimals)}5`;
  return sum('0.01', product(quantity, halfDigit, unitFactor(reading, instrument)));
}

function unitFactor({ priceType, multiplier }: UnderstoodPrice, instrument: Instrument): Decimal {
  const units = multiplier ?? instrument.multiplier ?? '1';
  return priceType === 'PERCENTAGE' ? product(units, '0.01') : units;
}
