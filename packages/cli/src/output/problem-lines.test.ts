import { describe, expect, test } from '@jest/globals';
import { toProblem } from '@bourse/core/interfaces';
import { problemLines, problemListLines } from './problem-lines.js';
import { createStyle } from './style.js';

const plain = createStyle(false);

describe('a problem', () => {
  test('is shown with its code, its place and its remedy', () => {
    const problem = toProblem({
      code: 'ROW_MALFORMED',
      message: 'The amount is missing.',
      remedy: 'Export it again.',
      place: { file: 'march.csv', rows: [4, 5, 9], lines: [6, 7, 11], column: 'Amount' },
    });
    expect(problemLines(problem, 'remark', plain)).toEqual([
      '! ROW_MALFORMED  The amount is missing.',
      '  at march.csv, row 4–5, 9, line 6–7, 11, column Amount',
      '  → Export it again.',
    ]);
  });

  test('cannot move the cursor with its words', () => {
    const problem = toProblem({
      code: 'AMBIGUOUS_TIME',
      message: 'a\u001b[2Jb\nc',
      place: { file: '\u202ecsv.exe' },
    });
    expect(problemLines(problem, 'failure', plain)).toEqual([
      '✗ AMBIGUOUS_TIME  a\\u{1b}[2Jb\\nc',
      '  at \\u{202e}csv.exe',
    ]);
  });
});

test('of many problems of one code the first five are shown and the others counted', () => {
  const problems = Array.from({ length: 7 }, (_, index) =>
    toProblem({ code: 'AMBIGUOUS_TIME', message: `time ${index}` }),
  );
  expect(problemListLines(problems, 'remark', plain)).toEqual([
    ...[0, 1, 2, 3, 4].map((index) => `! AMBIGUOUS_TIME  time ${index}`),
    '  … and 2 more of AMBIGUOUS_TIME; --json lists them all',
  ]);
});
