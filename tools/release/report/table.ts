import { alignRows } from '../../table/align-rows.ts';
import type { StepOutcome } from '../steps/step-outcome.ts';

/** What one step changed, package by package, and what is otherwise than it has to be. */
export function formatStep({ step, seconds, moves, matrix, deviations }: StepOutcome): string {
  const rows = moves.map(({ name, before = '–', after, bump }) => [name, before, '→', after, bump]);
  return [
    `${deviations.length === 0 ? '✓' : '✗'} ${step} (${seconds.toFixed(1)} s)`,
    ...alignRows(rows).map((line) => `    ${line}`),
    ...(matrix === undefined
      ? []
      : [`    ${matrix.ok} of ${matrix.all} cells of the matrix are as declared`]),
    ...deviations.map((text) => `  ✗ ${text}`),
  ].join('\n');
}
