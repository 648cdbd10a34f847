import { decodeText } from '../../../text/decode-text.js';
import { guessDelimiter } from '../../../csv/guess-delimiter.js';
import { readCsv } from '../../../csv/read-csv.js';
import { inChunks } from '../../statement-input.js';

/** A CSV file as lines of text, and where its rows stand. */
export interface CsvLines {
  /** With their line ends. */
  readonly lines: readonly string[];
  readonly delimiter: string;
  /** The data rows that have one line each: ordinal, index of the line and number of cells. */
  readonly rows: readonly { readonly ordinal: number; readonly line: number; readonly cells: number }[];
  readonly rowsTotal: number;
}

/** Takes a CSV file apart. */
export async function splitCsv(bytes: Uint8Array): Promise<CsvLines> {
  const text = (await Array.fromAsync(decodeText(inChunks(bytes)))).join('');
  const lines = text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
  const delimiter = guessDelimiter(lines.find((line) => line.trim() !== '') ?? '');
  const found = await Array.fromAsync(readCsv(inChunks(bytes)));
  const rows = found.filter(
    ({ line, ordinal }, index) => ordinal > 0 && (found[index + 1]?.line ?? lines.length + 1) === line + 1,
  );
  return {
    lines,
    delimiter,
    rows: rows.map(({ ordinal, line, cells }) => ({ ordinal, line: line - 1, cells: cells.length })),
    rowsTotal: found.at(-1)?.ordinal ?? 0,
  };
}

/** The file with one of its lines replaced. */
export function withLine({ lines }: CsvLines, index: number, replace: (line: string) => string): string {
  return lines.map((line, position) => (position === index ? replace(line) : line)).join('');
}

/** The end of a line. */
export function lineEndOf(line: string): string {
  return /[\r\n]*$/.exec(line)?.[0] ?? '';
}
