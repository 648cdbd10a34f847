import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StatementPart } from '@bourse/sdk';
import { readHistoryCsv } from '../src/statement/history-csv.js';

/** A fixture's text. */
export function readFixture(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '..', 'fixtures', name), 'utf8');
}

/** The parts that the reader makes of a text. */
export async function readParts(text: string): Promise<StatementPart[]> {
  const bytes = new TextEncoder().encode(text);
  const file = {
    format: 'bitvavo-history-csv',
    name: 'history.csv',
    size: bytes.length,
    content: chunks(bytes),
  };
  return Array.fromAsync(
    readHistoryCsv(file, { settings: {}, log: SILENT, signal: new AbortController().signal }),
  );
}

/** All parts of a text as one. */
export async function readHistory(text: string): Promise<StatementPart> {
  const lists: Record<string, unknown> = {};
  for (const part of await readParts(text)) {
    for (const [name, value] of Object.entries(part)) {
      const former = lists[name];
      lists[name] = Array.isArray(former) && Array.isArray(value) ? [...former, ...value] : value;
    }
  }
  return lists;
}

const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // The reader logs nothing that a test looks at.
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
