import { readCsv } from '../../../csv/read-csv.js';
import { inChunks } from '../../statement-input.js';

/** A CSV file cell by cell, the header first. */
export async function readCells(bytes: Uint8Array): Promise<(readonly string[])[]> {
  return (await Array.fromAsync(readCsv(inChunks(bytes)))).map(({ cells }) => cells);
}

/** A CSV file with every cell in quotes. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
