import type { Statement } from '@bourse/core/interfaces';
import type { StatementFixture } from '../broker-contract.js';
import type { ContractCase } from '../contract-case.js';
import { readTable, writeTable } from '../damage/csv-columns.js';
import { demandRowsAccounted, isReported, readOutcome, readWhole } from '../outcome.js';
import { perCsvFixture } from '../per-fixture.js';
import { recordedRows } from '../records.js';
import type { Subject } from '../subject.js';
import { demand } from '../violation.js';

/** Exports whose columns changed. */
export const columnCases: readonly ContractCase[] = [
  perCsvFixture(
    313,
    'a file without one of its columns is read whole or reported',
    async (subject, fixture) => {
      const { above, rows } = await readTable(subject, fixture);
      const whole = await readWhole(subject, { fixture });
      for (const [index, column] of rows[0]?.entries() ?? []) {
        const input = writeTable({ above, rows: rows.map((cells) => cells.toSpliced(index, 1)) });
        await demandNothingLost(
          subject,
          fixture,
          input,
          whole,
          `without the column ${index + 1} "${column}"`,
        );
      }
    },
  ),
  perCsvFixture(314, 'a file with a further column is read whole or reported', async (subject, fixture) => {
    const { above, rows } = await readTable(subject, fixture);
    const whole = await readWhole(subject, { fixture });
    const wider = rows.map((cells, index) => [...cells, index === 0 ? 'Remarks' : 'none']);
    const input = writeTable({ above, rows: wider });
    await demandNothingLost(subject, fixture, input, whole, 'with a further column "Remarks"');
  }),
];

async function demandNothingLost(
  subject: Subject,
  fixture: StatementFixture,
  input: string,
  whole: Statement,
  how: string,
): Promise<void> {
  const where = `${fixture.file} ${how}`;
  const outcome = await readOutcome(subject, { fixture, input });
  if ('refusal' in outcome) return;
  demandRowsAccounted(outcome.statement, where);
  const kept = recordedRows(outcome.statement);
  const lost = [...recordedRows(whole)].filter((row) => !kept.has(row));
  demand(lost.length === 0 || isReported(outcome), `${where} loses rows ${lost.join(', ')} and says nothing`);
}
