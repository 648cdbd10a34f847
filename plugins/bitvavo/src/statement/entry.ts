import type { RawRow } from '@bourse/sdk';
import type { Column } from './columns.js';

/**
 * One booking as text, whichever way it came: amounts are signed changes of balances, numbers have a decimal point, what
 * is absent is empty, the type is in lower case.
 */
export interface Entry extends Readonly<Record<Column, string>> {
  readonly raw: RawRow;
  /** Of the row in its file; absent where it comes from the API. */
  readonly ordinal?: number;
}
