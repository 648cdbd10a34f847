import { countLineEnds, findLineEnd } from './line-end.js';

/** A record found in a text. */
export interface ParsedRecord {
  readonly cells: readonly string[];
  /** The index behind the record and its line end. */
  readonly next: number;
  /** Line ends inside the record and behind it. */
  readonly lines: number;
  readonly malformed?: string;
}

/** What is known of the record's text. */
export interface RecordText {
  readonly text: string;
  /** Where the record begins. */
  readonly start: number;
  readonly delimiter: string;
  /** Whether the file ends with the text. */
  readonly isWhole: boolean;
}

/** The most characters of a record; a quote that is open for longer is taken for a stray one. */
export const RECORD_MAX_CHARACTERS = 262_144;

const QUOTE = '"';
const NEVER_CLOSED = 'a quote is never closed';
const TEXT_BEHIND_QUOTE = 'there is text behind a closing quote';

/** The record goes on behind the end of the text. */
const INCOMPLETE = 'incomplete';

/**
 * Parses the record at `start`. Undefined when more text is needed to tell its end, which is never so when `isWhole`.
 * A record whose quotes are wrong ends with its first line, so that it takes no other rows with it.
 */
export function parseRecord(record: RecordText): ParsedRecord | undefined {
  const lineEnd = findLineEnd(record.text, record.start, record.isWhole);
  if (lineEnd === undefined) return undefined;
  const line = record.text.slice(record.start, lineEnd.index);
  const isQuoted = line.includes(QUOTE);
  const quoted = isQuoted ? parseQuoted(record) : undefined;
  if (typeof quoted === 'object') return quoted;
  if (quoted === INCOMPLETE) return undefined;
  const cells = line.split(record.delimiter);
  return { cells, next: lineEnd.next, lines: 1, ...(quoted === undefined ? {} : { malformed: quoted }) };
}

/** The record, or why it is none. */
function parseQuoted(record: RecordText): ParsedRecord | string {
  const { text, start, delimiter } = record;
  const cells: string[] = [];
  let position = start;
  for (;;) {
    const isQuoted = text[position] === QUOTE;
    const end = isQuoted ? findClosingQuote(record, position + 1) : findCellEnd(text, position, delimiter);
    if (typeof end === 'string') return end;
    cells.push(isQuoted ? text.slice(position + 1, end).replaceAll('""', QUOTE) : text.slice(position, end));
    position = isQuoted ? end + 1 : end;
    if (text[position] !== delimiter) return closeRecord(record, position, cells);
    position += 1;
  }
}

/** The index of the quote that closes the cell whose text begins at `from`, or why there is none. */
function findClosingQuote({ text, start, isWhole }: RecordText, from: number): number | string {
  let index = text.indexOf(QUOTE, from);
  while (index !== -1 && text[index + 1] === QUOTE) index = text.indexOf(QUOTE, index + 2);
  const end = index === -1 ? text.length : index;
  if (end - start > RECORD_MAX_CHARACTERS) return NEVER_CLOSED;
  // A quote at the very end of the text may be the first half of a doubled one.
  if (index !== -1 && (isWhole || index + 1 < text.length)) return index;
  return isWhole ? NEVER_CLOSED : INCOMPLETE;
}

/** The index of the delimiter or line break behind a cell without quotes. */
function findCellEnd(text: string, from: number, delimiter: string): number {
  let index = from;
  while (index < text.length && text[index] !== delimiter && !isLineBreak(text[index])) index += 1;
  return index;
}

/** The record whose last cell ends at `position`, or why it is none. */
function closeRecord({ text, start, isWhole }: RecordText, position: number, cells: readonly string[]) {
  if (position < text.length && !isLineBreak(text[position])) return TEXT_BEHIND_QUOTE;
  const lineEnd = findLineEnd(text, position, isWhole);
  if (lineEnd === undefined) return INCOMPLETE;
  return { cells, next: lineEnd.next, lines: 1 + countLineEnds(text.slice(start, position)) };
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
