import { printable } from '@bourse/core';
import type { Instrument } from '@bourse/core/interfaces';

/** Symbol and name, or what there is of them. */
export function instrumentName({ symbol, name }: Instrument): string {
  return printable(symbol === undefined || symbol === name ? name : `${symbol} ${name}`);
}
