import { printable, type Finding, type FindingPlace, type FindingSeverity } from '@bourse/core';
import type { Style } from '../../output/style.js';

const MARKS: Readonly<Record<FindingSeverity, (style: Style) => string>> = {
  error: (style) => style('bad', '✗'),
  warning: (style) => style('warning', '!'),
  info: (style) => style('quiet', '·'),
};

/** What was found in a plugin, each finding with its place and what to do about it. */
export function findingLines(findings: readonly Finding[], style: Style): string[] {
  return findings.flatMap(({ severity, code, message, place, remedy }) => {
    const where = placeOf(place);
    return [
      `${MARKS[severity](style)} ${style('heading', code)}  ${printable(message)}`,
      ...(where === '' ? [] : [`  ${style('quiet', `at ${where}`)}`]),
      ...(remedy === undefined ? [] : [`  → ${printable(remedy)}`]),
    ];
  });
}

function placeOf({ file, path, line, column }: FindingPlace): string {
  return [
    file === undefined ? undefined : printable(file),
    path === undefined || path === '' ? undefined : printable(path),
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
