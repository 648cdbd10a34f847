import { isDeepStrictEqual } from 'node:util';
import type { Statement } from '@bourse/core/interfaces';
import { decodeText } from '../../../text/decode-text.js';
import { inChunks } from '../../statement-input.js';
import type { StatementFixture } from '../broker-contract.js';
import type { ContractCase } from '../contract-case.js';
import { splitCsv } from '../damage/csv-lines.js';
import { isReported, readOutcome, readWhole } from '../outcome.js';
import { perCsvFixture, perFixture } from '../per-fixture.js';
import type { Subject } from '../subject.js';
import { demand } from '../violation.js';

/** A table that no broker exports. */
const STRANGE_TABLE = 'Ort;Temperatur;Wind\nSeestadt;12,5;NW\nBergdorf;7,1;S\n';

/** Damage that a file as a whole can have. */
export const damageCases: readonly ContractCase[] = [
  perFixture(301, 'an empty file is reported', async (subject, fixture) => {
    demand(
      isReported(await readOutcome(subject, { fixture, input: '' })),
      `${fixture.format} says nothing of an empty file`,
    );
  }),
  perCsvFixture(302, 'a file of a header alone has no rows', async (subject, fixture) => {
    const { lines, rows } = await splitCsv(subject.readFixture(fixture));
    const header = lines.slice(0, rows[0]?.line ?? 1).join('');
    const outcome = await readOutcome(subject, { fixture, input: header });
    const isEmpty = 'refusal' in outcome || outcome.statement.rowsTotal === 0;
    demand(isEmpty, `${fixture.file}: the header alone is said to have rows`);
  }),
  perFixture(
    303,
    'a file that breaks off is read or reported, and nothing else',
    async (subject, fixture) => {
      const bytes = subject.readFixture(fixture);
      for (const share of [0.1, 0.5, 0.9]) {
        const outcome = await readOutcome(subject, {
          fixture,
          input: bytes.slice(0, Math.floor(bytes.length * share)),
        });
        demandRows(outcome, `${fixture.file}, cut off`);
      }
      const cut = await readOutcome(subject, { fixture, input: await cutInRow(fixture, bytes) });
      demand(isReported(cut), `${fixture.format} says nothing of a file that breaks off within a row`);
    },
  ),
  perFixture(304, 'a byte order mark changes nothing', async (subject, fixture) => {
    const text = await textOf(subject, fixture);
    const marked = await readWhole(subject, { fixture, input: `\ufeff${text}` });
    const plain = await readWhole(subject, { fixture, input: text });
    demand(isDeepStrictEqual(marked, plain), `${fixture.file} reads differently with a mark`);
  }),
  perFixture(305, 'the kind of line ends changes nothing', async (subject, fixture) => {
    const text = (await textOf(subject, fixture)).replace(/\r\n?/g, '\n');
    const plain = await readWhole(subject, { fixture, input: text });
    const long = await readWhole(subject, { fixture, input: text.replaceAll('\n', '\r\n') });
    demand(inLineFeeds(long) === inLineFeeds(plain), `${fixture.file} reads differently with CRLF`);
  }),
  perFixture(306, 'another encoding is read or reported', async (subject, fixture) => {
    const text = await textOf(subject, fixture);
    for (const input of [utf16(`\ufeff${text}`), utf16(text), oneByteEach(text)]) {
      const outcome = await readOutcome(subject, { fixture, input });
      demandRows(outcome, `${fixture.file} in another encoding`);
    }
    demand(
      isReported(await readOutcome(subject, { fixture, input: utf16(text) })),
      `${fixture.format} reads UTF-16 for UTF-8`,
    );
  }),
  perFixture(307, 'a binary file is reported', async (subject, fixture) => {
    const input = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    demand(
      isReported(await readOutcome(subject, { fixture, input })),
      `${fixture.format} says nothing of a binary file`,
    );
  }),
  perFixture(308, 'a file of something else is reported', async (subject, fixture) => {
    for (const input of [
      STRANGE_TABLE,
      'Dear reader,\nthis is a letter.\n',
      '<html><body>Log in</body></html>',
    ])
      demand(
        isReported(await readOutcome(subject, { fixture, input })),
        `${fixture.format} says nothing of: ${input}`,
      );
  }),
];

/** What is left of a file that breaks off within its last row: in CSV behind the row's first cell. */
async function cutInRow(fixture: StatementFixture, bytes: Uint8Array): Promise<Uint8Array | string> {
  if (!fixture.file.endsWith('.csv')) return bytes.slice(0, Math.floor(bytes.length * 0.97));
  const { lines, rows, delimiter } = await splitCsv(bytes);
  const last = rows.at(-1)?.line ?? 0;
  return lines.slice(0, last).join('') + (lines[last]?.split(delimiter)[0] ?? '');
}

function demandRows(outcome: Awaited<ReturnType<typeof readOutcome>>, where: string): void {
  if ('refusal' in outcome) return;
  const lost = outcome.statement.problems.find(({ code }) => code === 'ROWS_UNACCOUNTED');
  demand(lost === undefined, `${where}: ${lost?.message}`);
}

async function textOf(subject: Subject, fixture: StatementFixture): Promise<string> {
  return (await Array.fromAsync(decodeText(inChunks(subject.readFixture(fixture))))).join('');
}

/** Line ends inside of cells stay as they are, so they do not count. */
function inLineFeeds(statement: Statement): string {
  return JSON.stringify(statement).replaceAll('\\r\\n', '\\n');
}

/** Little endian. */
function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    text.split('').flatMap((unit) => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8]),
  );
}

/** ISO 8859-1, with a question mark for what it lacks. */
function oneByteEach(text: string): Uint8Array {
  return Uint8Array.from(text.split(''), (unit) => (unit.charCodeAt(0) > 0xff ? 0x3f : unit.charCodeAt(0)));
}
