import type { CsvHeader } from '../../../csv/find-header.js';
import { parseRecord } from '../../../csv/parse-record.js';
import type { RowFile, RowText } from './row-file.js';

const LINE_END = /[\r\n]+$/;

/** Finds the rows of a CSV file behind its header. */
export function findCsvRows(text: string, header: CsvHeader): RowFile {
  const { delimiter } = header;
  const cells = (row: string): number => row.split(delimiter).length;
  return {
    text,
    rows: [...listRows(text, header)],
    spoils: {
      'cells that mean nothing': (row) => Array(cells(row)).fill('???').join(delimiter) + lineEndOf(row),
      'too few cells': (row) => `???${lineEndOf(row)}`,
      'an open quote': (row) => `"???${delimiter.repeat(cells(row) - 1)}${lineEndOf(row)}`,
    },
    breakOff: (row) => row.split(delimiter)[0] ?? '',
  };
}

function* listRows(text: string, header: CsvHeader): Generator<RowText> {
  const { delimiter } = header;
  let ordinal = 0;
  for (let { start } = header; start < text.length;) {
    const record = parseRecord({ text, start, delimiter, isWhole: true });
    if (record === undefined) return;
    const end = record.next;
    if (text.slice(start, end).trim() !== '') {
      if (ordinal > 0 && record.lines === 1) yield { ordinal, start, end };
      ordinal += 1;
    }
    start = end;
  }
}

function lineEndOf(row: string): string {
  return LINE_END.exec(row)?.[0] ?? '';
}
