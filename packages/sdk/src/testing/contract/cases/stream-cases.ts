import { bytesOf, inChunks } from '../../statement-input.js';
import type { StatementFixture } from '../broker-contract.js';
import type { ContractCase } from '../contract-case.js';
import { lengthen, type LongFile } from '../damage/lengthen.js';
import { openRows } from '../damage/row-file.js';
import { readWhole } from '../outcome.js';
import { perFixture } from '../per-fixture.js';
import type { Subject } from '../subject.js';
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
  {
    number: 312,
    title: 'a long file is read as it arrives, and not to its end when the reading is canceled',
    applies: ({ fixtures }) => fixtures.length > 0,
    run: async (subject) => {
      const formats = new Set(subject.fixtures.map(({ format }) => format));
      for (const format of formats) await demandStreaming(subject, await findLongFile(subject, format));
    },
  },
];

/** A long file of a format, made of the fixture with the most bookings. */
async function findLongFile(
  subject: Subject,
  format: string,
): Promise<LongFile & { fixture: StatementFixture }> {
  const files = [];
  for (const fixture of subject.fixtures.filter((candidate) => candidate.format === format)) {
    const statement = await readWhole(subject, { fixture });
    const rows = await openRows(subject, fixture);
    files.push({ fixture, ...lengthen(rows, statement, MANY_ROWS) });
  }
  return files.reduce((best, file) => (file.bookings > best.bookings ? file : best));
}

function demandStreaming(
  subject: Subject,
  { fixture, text }: LongFile & { fixture: StatementFixture },
): Promise<void> {
  const bytes = bytesOf(text);
  return subject.withHost(async (host) => {
    const reading = watched(inChunks(bytes, CHUNK_BYTES));
    for await (const _ of host.readParts(fixture.format, reading.content)) break;
    const share = (reading.chunks() * CHUNK_BYTES) / bytes.length;
    demand(share < 0.9, `${fixture.file}, lengthened, is read to its end before a part is yielded`);
    demand(reading.isClosed(), `${fixture.file} is not closed when the reading is canceled`);
  });
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
