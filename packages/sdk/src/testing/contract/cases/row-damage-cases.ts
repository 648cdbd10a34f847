import type { Statement } from '@bourse/core/interfaces';
import type { ContractCase } from '../contract-case.js';
import { relatedRows } from '../damage/related-rows.js';
import { openRows, textOfRow, withRow } from '../damage/row-file.js';
import { demandRowsAccounted, readWhole } from '../outcome.js';
import { isCsv, perFixture } from '../per-fixture.js';
import { recordedRows } from '../records.js';
import { demand } from '../violation.js';

/** Rows of a fixture that are damaged, one after the other. */
const DAMAGED_ROWS = 12;

/** Damage that single rows have. */
export const rowDamageCases: readonly ContractCase[] = [
  perFixture(
    309,
    'a bad row is reported or set aside by its number, and never loses the others',
    async (subject, fixture) => {
      const file = await openRows(subject, fixture);
      const whole = await readWhole(subject, { fixture });
      const recorded = recordedRows(whole);
      const related = relatedRows(whole);
      for (const row of pick(file.rows)) {
        for (const [name, spoil] of Object.entries(file.spoils)) {
          const input = withRow(file, row, spoil(textOfRow(file, row)));
          const damaged = await readWhole(subject, { fixture, input });
          const where = `${fixture.file}: row ${row.ordinal} with ${name}`;
          demandRowsAccounted(damaged, where);
          // A section that is set aside as a whole may be so with any content.
          if (isCsv(fixture) || recorded.has(row.ordinal)) demandShown(damaged, row.ordinal, where);
          demandOthers(whole, damaged, related(row.ordinal), where);
        }
      }
    },
  ),
  perFixture(310, 'a row that stands twice is accounted for', async (subject, fixture) => {
    const file = await openRows(subject, fixture);
    const { rowsTotal } = await readWhole(subject, { fixture });
    for (const row of pick(file.rows)) {
      const text = textOfRow(file, row);
      const isLastLine = isCsv(fixture) && !/[\r\n]$/.test(text);
      const input = withRow(file, row, isLastLine ? `${text}\n${text}` : text + text);
      const twice = await readWhole(subject, { fixture, input });
      const where = `${fixture.file} with row ${row.ordinal} twice`;
      demandRowsAccounted(twice, where);
      demand(twice.rowsTotal === rowsTotal + 1, `${where} has ${twice.rowsTotal} rows`);
    }
  }),
];

/** Some rows from all over the file. */
function pick<Row>(rows: readonly Row[]): Row[] {
  const step = Math.max(1, Math.ceil(rows.length / DAMAGED_ROWS));
  return rows.filter((_, index) => index % step === 0);
}

function demandShown({ problems, unclassified }: Statement, row: number, where: string): void {
  const named = [...problems.map(({ place }) => place?.rows), ...unclassified.map(({ rows }) => rows)];
  demand(
    named.some((rows) => rows?.includes(row)),
    `${where} is neither in a problem nor unclassified`,
  );
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
