import type { DecimalMark } from './parse-number.js';

/**
 * The decimal mark that a file's numbers are written with, told by those that can be read in one way only.
 * Undefined where none tells, or where as many speak for the comma as for the point.
 */
export function guessDecimalMark(samples: Iterable<string>): DecimalMark | undefined {
  let balance = 0;
  for (const sample of samples) {
    const mark = tellMark(sample.trim());
    if (mark !== undefined) balance += mark === ',' ? 1 : -1;
  }
  if (balance === 0) return undefined;
  return balance > 0 ? ',' : '.';
}

function tellMark(text: string): DecimalMark | undefined {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last !== ',' && last !== '.') return undefined;
  if (marks.length > 1) {
    const isRepeated = marks.every((mark) => mark === last);
    return isRepeated ? otherMark(last) : last;
  }
  const looksLikeThousands = /^[+\-\u2212]?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return looksLikeThousands ? undefined : last;
}

function otherMark(mark: DecimalMark): DecimalMark {
  return mark === ',' ? '.' : ',';
}
