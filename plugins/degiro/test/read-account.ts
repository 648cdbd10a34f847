import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatement } from '@bourse/sdk/testing';
import { plugin } from '../src/plugin.js';
import { buildCells, HEADER, type Cells } from './build-row.js';

/** A statement in canonical form. */
export type Statement = Awaited<ReturnType<typeof readStatement>>;

/** A fixture's text. */
export function readFixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'fixtures', name), 'utf8');
}

/** The canonical statement of a file's text. */
export function readAccount(text: string | Uint8Array): Promise<Statement> {
  return readStatement({ plugin, institution: 'DEGIRO' }, 'degiro-account-csv', text, {
    name: 'Account.csv',
  });
}

/** The text of a file with these rows, the first one first. */
export function csvOf(...rows: readonly Cells[]): string {
  return [HEADER, ...rows.map(buildCells)].map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

/** The canonical statement of a file with these rows. */
export function readRows(...rows: readonly Cells[]): Promise<Statement> {
  return readAccount(csvOf(...rows));
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
