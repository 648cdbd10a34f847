/** A quote unit that is a hundredth of a currency, for example pence sterling. */
export interface MinorUnit {
  readonly currency: string;
  /** One minor unit in `currency`. Never an exchange rate. */
  readonly factor: '0.01';
}

/** Case matters: `GBp` is a penny, `GBP` a pound. */
const MINOR_UNITS: ReadonlyMap<string, MinorUnit> = new Map([
  ['GBX', { currency: 'GBP', factor: '0.01' }],
  ['GBp', { currency: 'GBP', factor: '0.01' }],
  ['ILA', { currency: 'ILS', factor: '0.01' }],
  ['ZAc', { currency: 'ZAR', factor: '0.01' }],
]);

/** The currency behind a minor quote unit, or undefined where `code` is not one. */
export function findMinorUnit(code: string): MinorUnit | undefined {
  return MINOR_UNITS.get(code);
}
