import { guessDecimalMark, parseNumber, type Decimal, type DecimalMark } from '@bourse/sdk';

/**
 * Which decimal mark the numbers of a file are written with. Files mix both, so each number that can be read in one
 * way only is read so; for the others (`1.234`) the rest of the row decides, then the rows before, then the comma,
 * with which most languages are exported.
 */
export class NumberMarks {
  #commas = 0;
  #points = 0;

  /** The mark of ambiguous numbers in a row with these numbers. */
  observe(numbers: readonly string[]): DecimalMark {
    const mark = guessDecimalMark(numbers);
    if (mark === ',') this.#commas += 1;
    if (mark === '.') this.#points += 1;
    return mark ?? (this.#points > this.#commas ? '.' : ',');
  }
}

/** Leaves room for sums and hundredths within the 40 digits that a decimal may have. */
const MAX_CHARACTERS = 30;

/** The number in a text; `ambiguous` is the mark to read it with where it could be either. */
export function readNumber(text: string, ambiguous: DecimalMark): Decimal | undefined {
  return readWith(text, guessDecimalMark([text]) ?? ambiguous);
}

/** All numbers that a text can mean, the likelier one first. */
export function readingsOf(text: string, ambiguous: DecimalMark): Decimal[] {
  const likely = readNumber(text, ambiguous);
  if (likely === undefined) return [];
  if (guessDecimalMark([text]) !== undefined) return [likely];
  const other = readWith(text, ambiguous === ',' ? '.' : ',');
  return other === undefined || other === likely ? [likely] : [likely, other];
}

function readWith(text: string, decimal: DecimalMark): Decimal | undefined {
  const number = parseNumber(text, { decimal });
  return number === undefined || number.length > MAX_CHARACTERS ? undefined : number;
}
