import { ProblemError } from '@bourse/core/interfaces';
import { decodeText } from '../text/decode-text.js';
import type { CsvRow } from './csv-row.js';
import { findHeader, HEADER_LINES, headerOfFirstLine } from './find-header.js';
import { countLineEnds } from './line-end.js';
import { parseRecord, RECORD_MAX_CHARACTERS } from './parse-record.js';

/** How a CSV file is written, where that is known. */
export interface CsvOptions {
  /** One character; told by the header line where it is not given. */
  readonly delimiter?: string;
  /**
   * Cells that the header has, as `headerTokens` of plugin.json names them: for files with lines above their header. It
   * is the first of 30 lines that has them all. What stands above it is left out, and rows count from 1 behind it.
   */
  readonly headerTokens?: readonly string[];
}

/** Characters that are gathered before rows are cut out of them. */
const BATCH_CHARACTERS = 65_536;

/**
 * Reads a CSV file row by row in bounded memory: RFC 4180 in any encoding that {@link decodeText} knows, with line
 * ends of every kind, also mixed. The first row is the header, with ordinal 0. Blank lines are no rows but count as
 * lines. A row with wrong quotes ends with its line and says so in `malformed`; the rows behind it stay whole.
 *
 * @example
 * // Title and account stand above the header.
 * for await (const row of readCsv(file.content, { headerTokens: ['Booked on', 'Amount'] })) use(row);
 *
 * @throws ProblemError UNSUPPORTED_FORMAT for binary content, for lines without end, and where no line has all of
 *   `headerTokens`.
 */
export async function* readCsv(
  content: AsyncIterable<Uint8Array>,
  options: CsvOptions = {},
): AsyncGenerator<CsvRow> {
  const splitter = new RowSplitter(options);
  for await (const text of decodeText(content)) yield* splitter.push(text);
  yield* splitter.end();
}

/** Cuts rows out of text that arrives in pieces. */
class RowSplitter {
  readonly #options: CsvOptions;
  /** Undefined until the header is found. */
  #delimiter: string | undefined;
  #pieces: string[] = [];
  #gathered = 0;
  /** Characters to gather before it is worth looking for rows again. */
  #wanted = BATCH_CHARACTERS;
  #ordinal = 0;
  #line = 1;

  constructor(options: CsvOptions) {
    this.#options = options;
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
    let start = this.#delimiter === undefined ? this.#findHeader(text, isWhole) : 0;
    while (this.#delimiter !== undefined && start < text.length) {
      const record = parseRecord({ text, start, delimiter: this.#delimiter, isWhole });
      if (record === undefined) break;
      if (!isBlank(record.cells)) yield this.#number(record.cells, record.malformed);
      this.#line += record.lines;
      start = record.next;
    }
    this.#keep(text.slice(start));
  }

  /** Where the header begins; nothing is found while the lines that may be it have not all come. */
  #findHeader(text: string, isWhole: boolean): number {
    const { delimiter, headerTokens } = this.#options;
    if (headerTokens !== undefined && !isWhole && countLineEnds(text) < HEADER_LINES) return 0;
    const header =
      headerTokens === undefined
        ? headerOfFirstLine(text, delimiter)
        : findHeader(text, headerTokens, delimiter);
    if (header === undefined) throw withoutHeader(text, headerTokens);
    this.#delimiter = header.delimiter;
    this.#line = header.line;
    return header.start;
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

function withoutHeader(text: string, tokens: readonly string[] = []): ProblemError {
  const message =
    text.trim() === ''
      ? 'The file is empty.'
      : `None of the first ${HEADER_LINES} lines has the columns ${tokens.join(', ')}.`;
  return new ProblemError({ code: 'UNSUPPORTED_FORMAT', message });
}
