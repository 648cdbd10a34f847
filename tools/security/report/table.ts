import { isGood, type Verdict } from '../trial/judge.ts';

const COLUMNS = ['', 'family', 'name', 'belt', 'contained', 'control', 'answered', 'finding'] as const;

/** Verdicts as an aligned table, the findings last. */
export function formatVerdicts(verdicts: readonly Verdict[]): string {
  const rows = [COLUMNS, ...verdicts.map(toRow)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow(verdict: Verdict): string[] {
  const { family, name, belt, contained, control, hostAnswered, finding } = verdict;
  return [
    isGood(verdict) ? '✓' : '✗',
    family,
    name,
    belt,
    word(contained),
    word(control),
    word(hostAnswered),
    finding,
  ];
}

function word(yes: boolean): string {
  return yes ? 'yes' : 'NO';
}
