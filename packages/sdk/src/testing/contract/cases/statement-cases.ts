import { isDeepStrictEqual } from 'node:util';
import { HEAD_BYTES, matchSignatures } from '@bourse/core';
import { inChunks } from '../../statement-input.js';
import type { ContractCase } from '../contract-case.js';
import { codeOf, demandRowsAccounted, readWhole } from '../outcome.js';
import { perFixture } from '../per-fixture.js';
import { recordsOf } from '../records.js';
import { demand } from '../violation.js';

/** Sizes of chunks that cut characters, line ends and quotes in all places. */
const CHUNK_SIZES = [1, 7, 64];

/** Reading whole files. */
export const statementCases: readonly ContractCase[] = [
  perFixture(201, 'a signature of plugin.json tells the format of a file', (subject, fixture) =>
    subject.withServices(async ({ statement }) => {
      const bytes = subject.readFixture(fixture);
      const matches = matchSignatures(subject.manifest.statements ?? [], {
        name: fixture.file,
        head: bytes.subarray(0, HEAD_BYTES),
      });
      const own = matches.find(({ format }) => format === fixture.format);
      demand(own !== undefined, `no signature of ${fixture.format} matches ${fixture.file}`);
      demand(
        bytes.length <= own.maxBytes,
        `${fixture.file} has more than the ${own.maxBytes} bytes that its signature allows`,
      );
      const isClear =
        matches.every(({ format }) => format === fixture.format) || statement?.detect !== undefined;
      demand(
        isClear,
        `${fixture.file} matches ${matches.map(({ format }) => format).join(' and ')}, and there is no detect`,
      );
    }),
  ),
  perFixture(202, 'the parts of a statement fit the contract', async (subject, fixture) => {
    await readWhole(subject, { fixture });
  }),
  perFixture(203, 'every row is in a record, unclassified or ignored', async (subject, fixture) => {
    const statement = await readWhole(subject, { fixture });
    demandRowsAccounted(statement, fixture.file);
    demand(statement.rowsTotal > 0, `${fixture.file} has no rows and shows nothing`);
  }),
  perFixture(204, 'no two records have one id, and each has its raw rows', async (subject, fixture) => {
    const seen = new Set<string>();
    for (const { id, source, raw } of recordsOf(await readWhole(subject, { fixture }))) {
      demand(
        !seen.has(id),
        `${fixture.file}: two records have the id ${id}, the second of rows ${source.rows?.join(', ')}`,
      );
      seen.add(id);
      demand(source.rows !== undefined, `${fixture.file}: the record ${id} names no rows`);
      demand(
        raw === undefined || raw.length === source.rows.length,
        `${fixture.file}: ${id} has not one raw map for each row`,
      );
    }
  }),
  perFixture(205, 'reading a file again gives the same statement', async (subject, fixture) => {
    const first = await readWhole(subject, { fixture });
    demand(
      isDeepStrictEqual(await readWhole(subject, { fixture }), first),
      `${fixture.file} reads differently in another cell`,
    );
    const again = await subject.withHost(async (host) => {
      await host.readStatement(fixture.format, subject.readFixture(fixture), { name: fixture.file });
      return host.readStatement(fixture.format, subject.readFixture(fixture), { name: fixture.file });
    });
    demand(isDeepStrictEqual(again, first), `${fixture.file} reads differently the second time in one cell`);
  }),
  perFixture(206, 'the borders of chunks mean nothing', async (subject, fixture) => {
    const whole = await readWhole(subject, { fixture });
    for (const chunkSize of CHUNK_SIZES) {
      const cut = await readWhole(subject, { fixture, chunkSize });
      demand(
        isDeepStrictEqual(cut, whole),
        `${fixture.file} reads differently in chunks of ${chunkSize} bytes`,
      );
    }
  }),
  perFixture(
    207,
    'a fixture gives what it is known to hold, and no problem beyond',
    async (subject, fixture) => {
      const statement = await readWhole(subject, { fixture });
      const { problems: codes = [], ...counts } = fixture.expect ?? {};
      for (const [list, count] of Object.entries(counts)) {
        const value: unknown = Reflect.get(statement, list);
        const found: unknown = Array.isArray(value) ? value.length : value;
        demand(found === count, `${fixture.file}: ${list} was ${String(found)}, expected ${count}`);
      }
      const found = statement.problems.map(({ code }) => code).sort();
      const messages = statement.problems.map(({ code, message }) => `${code}: ${message}`).join('\n');
      demand(
        isDeepStrictEqual(found, [...codes].sort()),
        `${fixture.file}: expected ${codes.join(', ') || 'no problem'}, was\n${messages}`,
      );
    },
  ),
  perFixture(208, 'the bytes of a file stay as they are', async (subject, fixture) => {
    const chunks = await Array.fromAsync(inChunks(subject.readFixture(fixture), 1000));
    const before = chunks.map((chunk) => chunk.slice());
    await readWhole(subject, { fixture, input: eachOf(chunks) });
    demand(isDeepStrictEqual(chunks, before), `reading ${fixture.file} changes its bytes`);
  }),
  perFixture(209, 'detect finds the format of a file and none for a strange one', (subject, fixture) =>
    subject.withServices(async ({ statement }) => {
      if (statement?.detect === undefined) return;
      const head = new TextDecoder().decode(subject.readFixture(fixture).slice(0, 65_536));
      const { format } = await statement.detect({ name: fixture.file, head });
      demand(format === fixture.format, `detect says ${String(format)} of ${fixture.file}`);
      const strange = await statement.detect({
        name: 'notes.txt',
        head: 'Dear reader,\nthis is a letter.\n',
      });
      demand(strange.format === undefined, `detect says ${String(strange.format)} of a letter`);
    }),
  ),
  perFixture(210, 'a format that the plugin does not have is refused', (subject, fixture) =>
    subject.withHost(async (host) => {
      const code = await host.readStatement('no-such-format', subject.readFixture(fixture)).then(
        () => undefined,
        (error: unknown) => codeOf(error, 'no-such-format'),
      );
      demand(
        code === 'UNSUPPORTED_FORMAT',
        `the format "no-such-format" is answered with ${code ?? 'a statement'}`,
      );
    }),
  ),
];

async function* eachOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
