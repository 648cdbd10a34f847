import type { StatementFixture } from '../broker-contract.js';
import { isCsv } from '../per-fixture.js';
import type { Subject } from '../subject.js';
import { headerOf } from './csv-header.js';
import { findCsvRows } from './csv-rows.js';
import { textOf } from './text-of.js';
import { findXmlRows } from './xml-rows.js';

/** Where a row stands in the text of a file. */
export interface RowText {
  readonly ordinal: number;
  readonly start: number;
  /** Behind the row, in CSV behind its line end. */
  readonly end: number;
}

/** A statement file as text, and its rows. */
export interface RowFile {
  readonly text: string;
  /** In their order; of a CSV file only those that stand on one line. */
  readonly rows: readonly RowText[];
  /** Ways to spoil the text of a row so that nothing can be read from it. */
  readonly spoils: Readonly<Record<string, (row: string) => string>>;
  /** The text of a row without its end, as in a file that breaks off. */
  readonly breakOff: (row: string) => string;
}

/** Takes a fixture apart. */
export async function openRows(subject: Subject, fixture: StatementFixture): Promise<RowFile> {
  const text = await textOf(subject, fixture);
  return isCsv(fixture) ? findCsvRows(text, headerOf(subject, fixture, text)) : findXmlRows(text);
}

/** The text of a row. */
export function textOfRow({ text }: RowFile, { start, end }: RowText): string {
  return text.slice(start, end);
}

/** The file with the text of one row replaced. */
export function withRow(file: RowFile, row: RowText, replacement: string): string {
  return file.text.slice(0, row.start) + replacement + file.text.slice(row.end);
}
