import { DELIMITERS, guessDelimiter } from './guess-delimiter.js';
import { findLineEnd } from './line-end.js';
import { parseRecord } from './parse-record.js';

/** Where the header of a CSV file stands. */
export interface CsvHeader {
  /** The index of its first character. */
  readonly start: number;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly delimiter: string;
}

/** The lines among which a header is looked for, as the host does with `headerTokens` of plugin.json. */
export const HEADER_LINES = 30;

/** The first line that has all tokens as whole cells; spaces around a cell do not count. */
export function findHeader(
  text: string,
  tokens: readonly string[],
  delimiter?: string,
): CsvHeader | undefined {
  let start = 0;
  for (let line = 1; line <= HEADER_LINES && start < text.length; line += 1) {
    const lineEnd = findLineEnd(text, start, true);
    const guessed = guessDelimiter(text.slice(start, lineEnd?.index));
    const candidates = delimiter === undefined ? [guessed, ...DELIMITERS] : [delimiter];
    const found = candidates.find((each) => hasTokens(text, start, each, tokens));
    if (found !== undefined) return { start, line, delimiter: found };
    start = lineEnd?.next ?? text.length;
  }
  return undefined;
}

/** The first line that is not blank. */
export function headerOfFirstLine(text: string, delimiter?: string): CsvHeader {
  const start = Math.max(0, text.search(/\S/));
  const line = text.slice(start, findLineEnd(text, start, true)?.index);
  return { start: 0, line: 1, delimiter: delimiter ?? guessDelimiter(line) };
}

function hasTokens(text: string, start: number, delimiter: string, tokens: readonly string[]): boolean {
  const record = parseRecord({ text, start, delimiter, isWhole: true });
  const cells = new Set(record?.cells.map((cell) => cell.trim()));
  return tokens.every((token) => cells.has(token));
}
