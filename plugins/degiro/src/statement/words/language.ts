import type { CorporateActionType } from '@bourse/sdk';
import type { Column } from '../row/column.js';
import type { Meaning } from './meaning.js';

/**
 * The words of the statements in one language. Upper and lower case, accents and kinds of spaces mean nothing in them;
 * German umlauts may also be written with an e.
 */
export interface Language {
  /** In English, for messages. */
  readonly name: string;
  /** What the account statement calls its columns; the first name is the usual one. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  /** Columns that only the list of transactions has. */
  readonly transactionColumns: readonly string[];
  readonly buy: readonly string[];
  readonly sell: readonly string[];
  /** What stands before the colon of a sale or purchase that is a corporate action. */
  readonly actions: Readonly<Partial<Record<CorporateActionType, readonly string[]>>>;
  /** Whole descriptions; one that ends with `*` is the beginning of longer ones. */
  readonly phrases: Readonly<Partial<Record<Meaning, readonly string[]>>>;
}
