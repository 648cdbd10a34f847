import {
  DEFAULT_ACCOUNT_ID,
  rawRows,
  StatementParts,
  type DraftSource,
  type ProblemDraft,
  type ProblemPlace,
  type RawRow,
} from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { AnyColumn } from '../row/column.js';
import type { ColumnLayout } from '../row/column-layout.js';
import type { RowError } from '../row/row-error.js';

/** A row of the file, read or not. */
export type RowInFile = Pick<AccountRow, 'ordinal' | 'lines' | 'cells'>;

/** What all records have that are made of rows. */
export interface Origin {
  readonly accountId: string;
  readonly source: DraftSource;
  readonly raw: RawRow[];
}

/** The most characters of a column's name in a problem. */
const COLUMN_MAX_CHARACTERS = 200;

/** What a reader of the statement finds. */
export class Output {
  readonly parts = new StatementParts();
  readonly #layout: ColumnLayout;
  readonly #accountId: string | undefined;

  /** @param accountId Of rows that the site answered; those of a file name no account, but have numbers. */
  constructor(layout: ColumnLayout, accountId?: string) {
    this.#layout = layout;
    this.#accountId = accountId;
  }

  /**
   * Where a record comes from. Its key is that of the first row, the anchor. In the file only orders have ids, no
   * bookings; the site gives bookings ids, which are left out of the key so that both ways lead to one record.
   */
  originOf(anchor: AccountRow, others: readonly AccountRow[] = []): Origin {
    const rows = [anchor, ...others];
    const { printedTime, orderId } = anchor;
    return {
      accountId: this.#accountId ?? DEFAULT_ACCOUNT_ID,
      source: {
        printedTime,
        ...(orderId === undefined ? {} : { groupId: orderId }),
        ...(this.#accountId === undefined ? { rows: rows.map(({ ordinal }) => ordinal) } : {}),
      },
      raw: rawRows(
        this.#layout.header,
        rows.map(({ cells }) => cells),
      ),
    };
  }

  /** Keeps a row that cannot be read, and says why. */
  reject(row: RowInFile, error: RowError): void {
    this.unclassified(row, error.message);
    this.report(
      {
        code: 'ROW_MALFORMED',
        message: `Row ${row.ordinal}: ${error.message}`,
        remedy: 'Compare the row with the account statement at DEGIRO, or export the statement again.',
      },
      [row],
      error.column,
    );
  }

  /** Keeps a row that was read but not understood. */
  unclassified(row: RowInFile, reason: string): void {
    const text = row.cells.filter((cell) => cell.trim() !== '').join(', ');
    this.parts.unclassified([row.ordinal], text, reason);
  }

  /** Reports a problem of rows. */
  report(
    problem: ProblemDraft,
    rows: readonly Pick<RowInFile, 'ordinal' | 'lines'>[],
    column?: AnyColumn,
  ): void {
    const place: ProblemPlace = {
      rows: rows.map(({ ordinal }) => ordinal),
      lines: rows.flatMap(({ lines }) => lines),
      ...(column === undefined ? {} : { column: this.#nameOf(column) }),
    };
    this.parts.problem({ ...problem, place });
  }

  /** The column as the file calls it; an unnamed amount goes by the name of its currency. */
  #nameOf(column: AnyColumn): string {
    const named = column === 'amount' ? 'currency' : column === 'balance' ? 'balanceCurrency' : column;
    const index = this.#layout.positions[named];
    if (index === undefined) return named;
    const name = this.#layout.header[index]?.trim() ?? '';
    return name.slice(0, COLUMN_MAX_CHARACTERS) || `column ${index + 1}`;
  }
}
