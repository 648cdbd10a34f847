import { printable } from '@bourse/core';
import type { Problem, ProblemPlace } from '@bourse/core/interfaces';
import { formatRanges } from './ranges.js';
import type { Style } from './style.js';

/** Problems of one code that are shown one by one; the rest are counted. */
const SHOWN_PER_CODE = 5;

/** What a problem means for the command: it failed, or something wants a look. */
export type Weight = 'failure' | 'remark';

/** One problem with its place and what to do about it. */
export function problemLines(problem: Problem, weight: Weight, style: Style): string[] {
  const mark = weight === 'failure' ? style('bad', '✗') : style('warning', '!');
  const place = placeOf(problem.place);
  return [
    `${mark} ${style('heading', problem.code)}  ${printable(problem.message)}`,
    ...(place === '' ? [] : [`  ${style('quiet', `at ${place}`)}`]),
    ...(problem.remedy === undefined ? [] : [`  → ${printable(problem.remedy)}`]),
  ];
}

/** Many problems: those of one code together, the first few in full. */
export function problemListLines(problems: readonly Problem[], weight: Weight, style: Style): string[] {
  return [...Map.groupBy(problems, ({ code }) => code)].flatMap(([code, group]) => {
    const shown = group.slice(0, SHOWN_PER_CODE).flatMap((problem) => problemLines(problem, weight, style));
    const rest = group.length - SHOWN_PER_CODE;
    return rest <= 0
      ? shown
      : [...shown, style('quiet', `  … and ${rest} more of ${code}; --json lists them all`)];
  });
}

function placeOf(place: ProblemPlace | undefined): string {
  const { file, rows, lines, column, path } = place ?? {};
  return [
    file === undefined ? undefined : printable(file),
    rows === undefined ? undefined : `row ${formatRanges(rows)}`,
    lines === undefined ? undefined : `line ${formatRanges(lines)}`,
    column === undefined ? undefined : `column ${printable(column)}`,
    path === undefined || path === '' ? undefined : printable(path),
  ]
    .filter((part) => part !== undefined && part !== 'row ' && part !== 'line ')
    .join(', ');
}
