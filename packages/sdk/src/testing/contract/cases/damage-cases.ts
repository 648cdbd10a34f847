import { isDeepStrictEqual } from 'node:util';
import type { Statement } from '@bourse/core/interfaces';
import type { StatementFixture } from '../broker-contract.js';
import type { ContractCase } from '../contract-case.js';
import { openRows, textOfRow } from '../damage/row-file.js';
import { textOf } from '../damage/text-of.js';
import { demandRowsAccounted, isReported, readOutcome, readWhole, type Outcome } from '../outcome.js';
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
    const { text, rows } = await openRows(subject, fixture);
    const header = text.slice(0, rows[0]?.start);
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
        demandAccountedOrRefused(outcome, `${fixture.file}, cut off`);
      }
      const cut = await readOutcome(subject, { fixture, input: await cutInRow(subject, fixture) });
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
      demandAccountedOrRefused(outcome, `${fixture.file} in another encoding`);
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

/** What is left of a file that breaks off within its last row. */
async function cutInRow(subject: Subject, fixture: StatementFixture): Promise<string> {
  const file = await openRows(subject, fixture);
  const last = file.rows.at(-1);
  return last === undefined ? '' : file.text.slice(0, last.start) + file.breakOff(textOfRow(file, last));
}

function demandAccountedOrRefused(outcome: Outcome, where: string): void {
  if ('statement' in outcome) demandRowsAccounted(outcome.statement, where);
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
