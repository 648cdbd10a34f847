import type { Statement } from '@bourse/core/interfaces';
import type { ContractCase } from '../contract-case.js';
import { relatedRows } from '../damage/closure.js';
import { lineEndOf, splitCsv, withLine, type CsvLines } from '../damage/csv-lines.js';
import { readWhole } from '../outcome.js';
import { perCsvFixture } from '../per-fixture.js';
import { recordedRows } from '../records.js';
import { demand } from '../violation.js';

/** Rows of a fixture that are damaged, one after the other. */
const DAMAGED_ROWS = 12;

/** Ways to spoil a row. */
const SPOILS: Readonly<Record<string, (line: string, csv: CsvLines, cells: number) => string>> = {
  'cells that mean nothing': (line, { delimiter }, cells) =>
    Array(cells).fill('???').join(delimiter) + lineEndOf(line),
  'too few cells': (line) => `???${lineEndOf(line)}`,
  'an open quote': (line, { delimiter }, cells) =>
    `"???${delimiter.repeat(Math.max(0, cells - 1))}${lineEndOf(line)}`,
};

/** Damage that single rows have. */
export const rowDamageCases: readonly ContractCase[] = [
  perCsvFixture(
    309,
    'a bad row is reported by its number and never loses the others',
    async (subject, fixture) => {
      const csv = await splitCsv(subject.readFixture(fixture));
      const whole = await readWhole(subject, { fixture });
      const related = relatedRows(whole);
      for (const row of pick(csv.rows)) {
        for (const [name, spoil] of Object.entries(SPOILS)) {
          const input = withLine(csv, row.line, (line) => spoil(line, csv, row.cells));
          const damaged = await readWhole(subject, { fixture, input });
          const where = `${fixture.file}: row ${row.ordinal} with ${name}`;
          demandReported(damaged, row.ordinal, where);
          demandOthers(whole, damaged, related(row.ordinal), where);
        }
      }
    },
  ),
  perCsvFixture(310, 'a row that stands twice is accounted for', async (subject, fixture) => {
    const csv = await splitCsv(subject.readFixture(fixture));
    for (const { line, ordinal } of pick(csv.rows)) {
      const input = withLine(csv, line, (text) =>
        lineEndOf(text) === '' ? `${text}\n${text}` : text + text,
      );
      const { problems, rowsTotal } = await readWhole(subject, { fixture, input });
      const lost = problems.find(({ code }) => code === 'ROWS_UNACCOUNTED');
      demand(lost === undefined, `${fixture.file} with row ${ordinal} twice: ${lost?.message}`);
      demand(
        rowsTotal === csv.rowsTotal + 1,
        `${fixture.file} with row ${ordinal} twice has ${rowsTotal} rows`,
      );
    }
  }),
];

/** Some rows from all over the file. */
function pick<Row>(rows: readonly Row[]): Row[] {
  const step = Math.max(1, Math.ceil(rows.length / DAMAGED_ROWS));
  return rows.filter((_, index) => index % step === 0);
}

function demandReported(damaged: Statement, row: number, where: string): void {
  const isNamed = damaged.problems.some(({ place }) => place?.rows?.includes(row));
  demand(isNamed, `${where} is not named in any problem`);
  const lost = damaged.problems.find(({ code }) => code === 'ROWS_UNACCOUNTED');
  demand(lost === undefined, `${where}: ${lost?.message}`);
}

function demandOthers(
  whole: Statement,
  damaged: Statement,
  fallen: ReadonlySet<number>,
  where: string,
): void {
  const kept = recordedRows(damaged);
  const lost = [...recordedRows(whole)].filter((row) => !kept.has(row) && !fallen.has(row));
  demand(lost.length === 0, `${where} takes rows ${lost.join(', ')} with it`);
}
