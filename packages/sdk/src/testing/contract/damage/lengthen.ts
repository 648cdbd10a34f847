import type { Statement } from '@bourse/core/interfaces';
import type { RowFile } from './row-file.js';

/** A file with some of its rows over and over. */
export interface LongFile {
  readonly text: string;
  /** How many of the repeated rows book something. */
  readonly bookings: number;
}

/** The same file with its longest run of bookings over and over, until it has so many rows. */
export function lengthen(file: RowFile, statement: Statement, manyRows: number): LongFile {
  const runs = runsOf(file, bookedRows(statement));
  const longest = runs.toSorted((first, second) => second.bookings - first.bookings)[0];
  if (longest === undefined) return { text: file.text, bookings: 0 };
  const run = file.text.slice(longest.start, longest.end);
  const repeated = (/[\r\n>]$/.test(run) ? run : `${run}\n`).repeat(Math.ceil(manyRows / longest.rows));
  const text = file.text.slice(0, longest.start) + repeated + file.text.slice(longest.end);
  return { text, bookings: longest.bookings };
}

interface Run {
  readonly start: number;
  end: number;
  rows: number;
  bookings: number;
}

/** Stretches of the text that hold rows alone. */
function runsOf({ text, rows }: RowFile, bookings: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (const { start, end, ordinal } of rows) {
    let run = runs.at(-1);
    if (run === undefined || text.slice(run.end, start).trim() !== '') {
      run = { start, end, rows: 0, bookings: 0 };
      runs.push(run);
    }
    run.end = end;
    run.rows += 1;
    run.bookings += bookings.has(ordinal) ? 1 : 0;
  }
  return runs;
}

/** Rows of the records that a long file has most of. */
function bookedRows({ transactions, cashMovements, transfers, fees }: Statement): ReadonlySet<number> {
  const records = [...transactions, ...cashMovements, ...transfers, ...fees];
  return new Set(records.flatMap(({ source }) => source.rows ?? []));
}
