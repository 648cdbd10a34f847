import { ProblemError } from '@bourse/core/interfaces';
import { decodeText } from '../text/decode-text.js';
import type { CsvRow } from './csv-row.js';
import { guessDelimiter } from './guess-delimiter.js';
import { findLineEnd } from './line-end.js';
import { parseRecord, RECORD_MAX_CHARACTERS } from './parse-record.js';

/** How a CSV file is written, where that is known. */
export interface CsvOptions {
  /** One character; told by the header line where it is not given. */
  readonly delimiter?: string;
}

/** Characters that are gathered before rows are cut out of them. */
const BATCH_CHARACTERS = 65_536;

/**
 * Reads a CSV file row by row in bounded memory: RFC 4180 in any encoding that {@link decodeText} knows, with line
 * ends of every kind, also mixed. The first row is the header, with ordinal 0. Blank lines are no rows but count as
 * lines. A row with wrong quotes ends with its line and says so in `malformed`; the rows behind it stay whole.
 *
 * @throws ProblemError UNSUPPORTED_FORMAT for binary content and for lines without end.
 */
export async function* readCsv(
  content: AsyncIterable<Uint8Array>,
  options: CsvOptions = {},
): AsyncGenerator<CsvRow> {
  const splitter = new RowSplitter(options.delimiter);
  for await (const text of decodeText(content)) yield* splitter.push(text);
  yield* splitter.end();
}

/** Cuts rows out of text that arrives in pieces. */
class RowSplitter {
  #delimiter: string | undefined;
  #pieces: string[] = [];
  #gathered = 0;
  /** Characters to gather before it is worth looking for rows again. */
  #wanted = BATCH_CHARACTERS;
  #ordinal = 0;
  #line = 1;

  constructor(delimiter: string | undefined) {
    this.#delimiter = delimiter;
  }

  *push(piece: string): Generator<CsvRow> {
    this.#pieces.push(piece);
    this.#gathered += piece.length;
    if (this.#gathered >= this.#wanted) yield* this.#cut(false);
  }

  *end(): Generator<CsvRow> {
    yield* this.#cut(true);
  }

  *#cut(isWhole: boolean): Generator<CsvRow> {
    const text = this.#pieces.join('');
    this.#delimiter ??= guessDelimiter(firstLine(text));
    let start = 0;
    while (start < text.length) {
      const record = parseRecord({ text, start, delimiter: this.#delimiter, isWhole });
      if (record === undefined) break;
      if (!isBlank(record.cells)) yield this.#number(record.cells, record.malformed);
      this.#line += record.lines;
      start = record.next;
    }
    this.#keep(text.slice(start));
  }

  #number(cells: readonly string[], malformed: string | undefined): CsvRow {
    const row = { ordinal: this.#ordinal, line: this.#line, cells };
    this.#ordinal += 1;
    return malformed === undefined ? row : { ...row, malformed };
  }

  /** Keeps the beginning of a record, and waits until it has doubled, so that long records are not read too often. */
  #keep(rest: string): void {
    if (rest.length > 2 * RECORD_MAX_CHARACTERS) throw lineTooLong(this.#line);
    this.#pieces = [rest];
    this.#gathered = rest.length;
    this.#wanted = Math.max(BATCH_CHARACTERS, 2 * rest.length);
  }
}

/** The first line that is not blank. */
function firstLine(text: string): string {
  const start = text.search(/[^\s]/);
  if (start === -1) return '';
  return text.slice(start, findLineEnd(text, start, true)?.index);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

function lineTooLong(line: number): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: `Line ${line} has more than ${RECORD_MAX_CHARACTERS} characters: this is no table.`,
    place: { lines: [line] },
  });
}
