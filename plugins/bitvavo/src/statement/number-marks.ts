import { guessDecimalMark, parseNumber, type DecimalMark } from '@bourse/sdk';

/** As Bitvavo writes numbers, up to the exponent. */
const PLAIN_PATTERN = /^[+-]?\d*(\.\d+)?([eE].*)?$/;

/**
 * Rewrites numbers with a decimal point. Bitvavo exports them so; a program that opened and saved the file may have
 * written a decimal comma or divided thousands. Numbers that can be read in one way only are read so; for the others
 * (`12.345`) the rest of the row decides, then the rows before.
 */
export class NumberMarks {
  #commas = 0;
  #points = 0;

  /** The numbers of one row. What is no number, or could be two, stays as it is. */
  withPoints(texts: readonly string[]): string[] {
    const mark = guessDecimalMark(texts);
    if (mark === ',') this.#commas += 1;
    if (mark === '.') this.#points += 1;
    return texts.map((text) => withPoint(text, guessDecimalMark([text]) ?? mark ?? this.#usual(text)));
  }

  /** A comma with three digits behind it means nothing before another number of the file tells what it does. */
  #usual(text: string): DecimalMark | undefined {
    if (this.#commas > this.#points) return ',';
    return this.#points > 0 || !text.includes(',') ? '.' : undefined;
  }
}

function withPoint(text: string, mark: DecimalMark | undefined): string {
  if (mark === undefined || (mark === '.' && PLAIN_PATTERN.test(text))) return text;
  return parseNumber(text, { decimal: mark }) ?? text;
}
