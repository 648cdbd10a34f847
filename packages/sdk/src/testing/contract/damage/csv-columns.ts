import { readCsv } from '../../../csv/read-csv.js';
import { inChunks } from '../../statement-input.js';
import type { StatementFixture } from '../broker-contract.js';
import type { Subject } from '../subject.js';
import { headerOf } from './csv-header.js';
import { textOf } from './text-of.js';

/** A CSV file cell by cell. */
export interface Table {
  /** What stands above the header. */
  readonly above: string;
  /** The header first. */
  readonly rows: readonly (readonly string[])[];
}

/** Takes a fixture apart. */
export async function readTable(subject: Subject, fixture: StatementFixture): Promise<Table> {
  const text = await textOf(subject, fixture);
  const { start, delimiter } = headerOf(subject, fixture, text);
  const rows = await Array.fromAsync(readCsv(inChunks(text.slice(start)), { delimiter }));
  return { above: text.slice(0, start), rows: rows.map(({ cells }) => cells) };
}

/** A CSV file with every cell in quotes. */
export function writeTable({ above, rows }: Table): string {
  return above + rows.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
