import type { TrialOutcome } from '../steps/run-trial.ts';

/** A line for each plugin with the seconds of each step, then what the steps that failed have said. */
export function formatOutcomes(outcomes: readonly TrialOutcome[]): string {
  const longest = outcomes.reduce(
    (most, { steps }) => (steps.length > most.length ? steps : most),
    outcomes[0]?.steps ?? [],
  );
  const columns = longest.map(({ step }) => step);
  const rows = [['', 'plugin', ...columns, 'total'], ...outcomes.map((outcome) => toRow(outcome, columns))];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, column, widths))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...outcomes.flatMap(failuresOf)].join('\n');
}

function toRow({ plugin, ok, steps }: TrialOutcome, columns: readonly string[]): string[] {
  const cells = columns.map((column) => {
    const found = steps.find(({ step }) => step === column);
    if (found === undefined) return '';
    return found.ok ? seconds(found.seconds) : 'FAILED';
  });
  return [ok ? '✓' : '✗', plugin, ...cells, seconds(steps.reduce((sum, step) => sum + step.seconds, 0))];
}

/** Names stand left, figures right. */
function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;

function failuresOf({ plugin, steps }: TrialOutcome): string[] {
  return steps.filter(({ ok }) => !ok).map(({ step, output = '' }) => `\n✗ ${plugin}: ${step}\n${output}`);
}
