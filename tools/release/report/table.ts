import type { StepOutcome } from '../steps/step-outcome.ts';

/** What one step changed, package by package, and what is otherwise than it has to be. */
export function formatStep({ step, seconds, moves, matrix, deviations }: StepOutcome): string {
  const rows = moves.map(({ name, before = '–', after, bump }) => [name, before, '→', after, bump]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return [
    `${deviations.length === 0 ? '✓' : '✗'} ${step} (${seconds.toFixed(1)} s)`,
    ...rows.map((row) =>
      `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    ),
    ...(matrix === undefined
      ? []
      : [`    ${matrix.ok} of ${matrix.all} cells of the matrix are as declared`]),
    ...deviations.map((text) => `  ✗ ${text}`),
  ].join('\n');
}
