import { alignRows } from '../../table/align-rows.ts';
import type { TrialOutcome } from '../steps/run-trial.ts';

/** A line for each plugin with the seconds of each step, then what the steps that failed have said. */
export function formatOutcomes(outcomes: readonly TrialOutcome[]): string {
  const longest = outcomes.reduce(
    (most, { steps }) => (steps.length > most.length ? steps : most),
    outcomes[0]?.steps ?? [],
  );
  const columns = longest.map(({ step }) => step);
  const rows = [['', 'plugin', ...columns, 'total'], ...outcomes.map((outcome) => toRow(outcome, columns))];
  const lines = alignRows(rows, (column) => column >= 2);
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

const seconds = (value: number): string => `${value.toFixed(1)} s`;

function failuresOf({ plugin, steps }: TrialOutcome): string[] {
  return steps.filter(({ ok }) => !ok).map(({ step, output = '' }) => `\n✗ ${plugin}: ${step}\n${output}`);
}
