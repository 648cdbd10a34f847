import type { ProblemDraft } from '../interfaces/index.js';

/** Rows beyond this ordinal cannot be right: no reader takes files of so many rows. */
const MAX_ORDINAL = 1 << 26;

/** How many rows one message names; the rest are counted. */
const NAMED_ROWS = 20;

const IN_RECORD = 1;
const SET_ASIDE = 2;

/** Counts, for one file, that each row is in a record or set aside, and in none of both. */
export class RowAccount {
  #marks = new Uint8Array(1024);
  #highest = 0;
  #impossible = 0;

  /** Counts rows that went into a record, an account or a rate. */
  recordRows(rows: readonly number[] | undefined): void {
    for (const row of rows ?? []) this.#mark(row, IN_RECORD);
  }

  /** Counts rows that are unclassified or ignored. */
  setAside(rows: readonly number[]): void {
    for (const row of rows) this.#mark(row, SET_ASIDE);
  }

  /** What is wrong with the account, once the file's number of rows is known. */
  findProblems(rowsTotal: number): ProblemDraft[] {
    const lost = this.#rowsWhere(rowsTotal, (mark) => mark === 0);
    const twice = this.#rowsWhere(rowsTotal, (mark) => mark === (IN_RECORD | SET_ASIDE));
    const beyond = Math.max(0, this.#highest - rowsTotal) + this.#impossible;
    return [
      ...problemOf(lost, 'are neither in a record nor set aside'),
      ...problemOf(twice, 'are in a record and set aside too'),
      ...(beyond > 0
        ? [
            {
              code: 'ROWS_UNACCOUNTED' as const,
              message: `The reader names rows beyond the ${rowsTotal} that it counted.`,
            },
          ]
        : []),
    ];
  }

  #mark(row: number, mark: number): void {
    if (!Number.isSafeInteger(row) || row < 1 || row > MAX_ORDINAL) {
      this.#impossible += 1;
      return;
    }
    if (row >= this.#marks.length) this.#grow(row);
    this.#marks[row] = (this.#marks[row] ?? 0) | mark;
    this.#highest = Math.max(this.#highest, row);
  }

  #grow(row: number): void {
    const marks = new Uint8Array(Math.max(row + 1, this.#marks.length * 2));
    marks.set(this.#marks);
    this.#marks = marks;
  }

  #rowsWhere(rowsTotal: number, test: (mark: number) => boolean): number[] {
    const rows: number[] = [];
    for (let row = 1; row <= rowsTotal; row += 1) if (test(this.#marks[row] ?? 0)) rows.push(row);
    return rows;
  }
}

function problemOf(rows: readonly number[], what: string): ProblemDraft[] {
  if (rows.length === 0) return [];
  const named = rows.slice(0, NAMED_ROWS);
  const more = rows.length > named.length ? ` and ${rows.length - named.length} more` : '';
  return [
    { code: 'ROWS_UNACCOUNTED', message: `Rows ${named.join(', ')}${more} ${what}.`, place: { rows: named } },
  ];
}
