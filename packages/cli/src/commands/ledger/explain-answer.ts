import { printable } from '@bourse/core';
import type { Decimal } from '@bourse/core/interfaces';
import type { Ledger, StoredRevision } from '@bourse/portfolio';
import { Big } from 'big.js';
import type { Answer } from '../../answer.js';
import { formatQuantity } from '../../output/amounts.js';
import { formatRanges } from '../../output/ranges.js';
import { formatTable, withoutEmptyColumns, type Column } from '../../output/table.js';
import type { ExplainedStep } from './explain.js';
import { recordText } from './record-text.js';

const COLUMNS: readonly Column[] = [
  { title: 'date' },
  { title: 'adds', align: 'right' },
  { title: 'of' },
  { title: 'what the record says', shrinks: true },
  { title: 'from', shrinks: true },
  { title: 'rows' },
];

/** The records behind a figure, each with the file and the rows that it came from. */
export function explainAnswer(ledger: Ledger, steps: readonly ExplainedStep[]): Answer {
  const files = new Map(ledger.listImports().map(({ importId, file }) => [importId, file.name]));
  const explained = steps.map((step) => {
    const revision = ledger.listRevisions(step.recordId).find(({ current }) => current);
    return { ...step, files: filesOf(revision, files), record: revision?.record };
  });
  const rows = explained.map(({ date, adds, of, record, files: names }) => [
    date,
    formatQuantity(roundForEyes(adds)),
    printable(of),
    record === undefined ? '' : recordText(record),
    names.map((name) => printable(name)).join(', '),
    formatRanges(record?.source.rows ?? []),
  ]);
  return {
    json: explained,
    lines: ({ style, width }) =>
      rows.length === 0
        ? ['There are no records behind it.']
        : formatTable(withoutEmptyColumns({ columns: COLUMNS, rows }), style, width),
  };
}

/** Shares of a cost may have any number of digits; JSON has them all. */
function roundForEyes(amount: Decimal): Decimal {
  return new Big(amount).round(8, Big.roundHalfEven).toFixed();
}

function filesOf(revision: StoredRevision | undefined, files: ReadonlyMap<number, string>): string[] {
  return [...new Set((revision?.importIds ?? []).flatMap((importId) => files.get(importId) ?? []))];
}
