import { printable } from '@bourse/core';
import type { View } from '../../answer.js';
import { problemListLines } from '../../output/problem-lines.js';
import { formatTable, type Cell, type Column } from '../../output/table.js';
import { isStored, type ImportedFile } from './imported-file.js';

const COLUMNS: readonly Column[] = [
  { title: 'file', shrinks: true },
  { title: 'read as', leaves: 1 },
  { title: 'period', leaves: 2 },
  { title: 'new', align: 'right' },
  { title: 'revised', align: 'right' },
  { title: 'known', align: 'right' },
  { title: 'ignored', align: 'right', leaves: 3 },
  { title: 'unclassified', align: 'right' },
  { title: 'problems', align: 'right' },
];

/** What came of each file, the problems of each, and what to do next. */
export function importLines(files: readonly ImportedFile[], { style, width }: View): string[] {
  const problems = files.flatMap((file) => {
    if (file.problems.length === 0) return [];
    const weight = isStored(file) ? 'remark' : 'failure';
    return ['', style('heading', printable(file.file)), ...problemListLines(file.problems, weight, style)];
  });
  return [
    ...formatTable({ columns: COLUMNS, rows: files.map(rowOf) }, style, width),
    ...files.flatMap(accountLines),
    ...problems,
  ];
}

function accountLines(file: ImportedFile): string[] {
  if (!isStored(file) || file.reportedAccount === undefined) return [];
  const account = printable(file.reportedAccount);
  return [
    `${printable(file.file)}: the institution tells of the same bookings in its account ${account}, so the records belong there.`,
  ];
}

function rowOf(file: ImportedFile): Cell[] {
  if (!isStored(file)) return [printable(file.file), '', '', { text: 'refused', meaning: 'bad' }];
  const { period, format, problems } = file;
  return [
    printable(file.file),
    printable(format),
    period === undefined ? '' : `${period.from} – ${period.to}`,
    `${file.new}`,
    `${file.revised}`,
    `${file.known}`,
    `${file.ignored}`,
    counted(file.unclassified),
    counted(problems.length),
  ];
}

/** A number that wants a look unless it is zero. */
function counted(count: number): Cell {
  return count === 0 ? '0' : { text: `${count}`, meaning: 'warning' };
}
