import type { Statement } from '@bourse/core/interfaces';
import { bytesOf, inChunks } from '../../statement-input.js';
import type { ContractCase } from '../contract-case.js';
import { openRows, type RowFile } from '../damage/row-file.js';
import { readWhole } from '../outcome.js';
import { perFixture } from '../per-fixture.js';
import { demand } from '../violation.js';

/** Rows of a file that no reader should hold in memory as a whole. */
const MANY_ROWS = 20_000;

const CHUNK_BYTES = 16_384;

/** Files as they arrive. */
export const streamCases: readonly ContractCase[] = [
  perFixture(311, 'a file that fails to arrive is no short file', (subject, fixture) =>
    subject.withHost(async (host) => {
      const failure = new Error('the disk is gone');
      const content = failingAfter(subject.readFixture(fixture), failure);
      const answer = await host.readStatement(fixture.format, content).then(
        () => undefined,
        (error: unknown) => error,
      );
      demand(answer !== undefined, `${fixture.file}: half a file is taken for a whole one`);
      demand(answer === failure, `${fixture.file}: the failure is told as ${String(answer)}`);
    }),
  ),
  perFixture(
    312,
    'a long file is read as it arrives, and not to its end when the reading is canceled',
    (subject, fixture) =>
      subject.withHost(async (host) => {
        const file = await openRows(fixture, subject.readFixture(fixture));
        const bookings = bookedRows(await readWhole(subject, { fixture }));
        const bytes = bytesOf(lengthen(file, bookings));
        const reading = watched(inChunks(bytes, CHUNK_BYTES));
        for await (const _ of host.readParts(fixture.format, reading.content)) break;
        const share = (reading.chunks() * CHUNK_BYTES) / bytes.length;
        demand(share < 0.9, `${fixture.format} reads a long file to its end before it yields a part`);
        demand(reading.isClosed(), `${fixture.format} does not close the file when the reading is canceled`);
      }),
  ),
];

/** The same file with its longest run of bookings over and over. */
function lengthen(file: RowFile, bookings: ReadonlySet<number>): string {
  const longest = runsOf(file, bookings).toSorted((first, second) => second.bookings - first.bookings)[0];
  if (longest === undefined) return file.text;
  const run = file.text.slice(longest.start, longest.end);
  const repeated = (/[\r\n>]$/.test(run) ? run : `${run}\n`).repeat(Math.ceil(MANY_ROWS / longest.rows));
  return file.text.slice(0, longest.start) + repeated + file.text.slice(longest.end);
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

async function* failingAfter(bytes: Uint8Array, failure: Error): AsyncGenerator<Uint8Array> {
  yield bytes.slice(0, Math.floor(bytes.length / 2));
  throw failure;
}

/** A content that tells how much of it was asked for. */
function watched(source: AsyncIterable<Uint8Array>) {
  let chunks = 0;
  let isClosed = false;
  async function* content(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source) {
        chunks += 1;
        yield chunk;
      }
    } finally {
      isClosed = true;
    }
  }
  return { content: content(), chunks: () => chunks, isClosed: () => isClosed };
}
