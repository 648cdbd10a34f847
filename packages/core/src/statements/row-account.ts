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
    const { lost, twice } = this.#compare(rowsTotal);
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

  /** Takes no longer and no more memory for a number of rows that a reader made up. */
  #compare(rowsTotal: number): { lost: RowList; twice: RowList } {
    const lost = new RowList();
    const twice = new RowList();
    const marked = Math.min(rowsTotal, this.#highest);
    for (let row = 1; row <= marked; row += 1) {
      const mark = this.#marks[row];
      if (mark === 0) lost.add(row);
      else if (mark === (IN_RECORD | SET_ASIDE)) twice.add(row);
    }
    lost.addRange(marked + 1, rowsTotal);
    return { lost, twice };
  }
}

/** Rows of which the first few are named and all are counted. */
class RowList {
  readonly named: number[] = [];
  count = 0;

  add(row: number): void {
    this.count += 1;
    if (this.named.length < NAMED_ROWS) this.named.push(row);
  }

  addRange(first: number, last: number): void {
    for (let row = first; row <= last && this.named.length < NAMED_ROWS; row += 1) this.named.push(row);
    this.count += last - first + 1;
  }
}

function problemOf({ named, count }: RowList, what: string): ProblemDraft[] {
  if (count === 0) return [];
  const more = count > named.length ? ` and ${count - named.length} more` : '';
  return [
    { code: 'ROWS_UNACCOUNTED', message: `Rows ${named.join(', ')}${more} ${what}.`, place: { rows: named } },
  ];
}
