import { alignRows } from '../../table/align-rows.ts';
import { isGood, type Verdict } from '../trial/judge.ts';

const COLUMNS = ['', 'family', 'name', 'belt', 'contained', 'control', 'answered', 'finding'] as const;

/** Verdicts as an aligned table, the findings last. */
export function formatVerdicts(verdicts: readonly Verdict[]): string {
  return alignRows([COLUMNS, ...verdicts.map(toRow)]).join('\n');
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
