import type { Instrument } from '@bourse/core/interfaces';

/** The instrument that another one says it came out of, known by its ids alone; undefined where it says none. */
export function parentOf({ kind, currency, underlying }: Instrument): Instrument | undefined {
  if (underlying === undefined) return undefined;
  return {
    kind,
    name: underlying.symbol ?? '',
    ...(currency === undefined ? {} : { currency }),
    ...underlying,
  };
}
