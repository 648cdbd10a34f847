import { createReadStream, statSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { FORMAT, writeAccountStatement, type StatementSize } from './account-statement.ts';

/** A generated statement file. */
export interface StatementFile {
  readonly path: string;
  readonly name: string;
  readonly format: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly content: () => AsyncIterable<Uint8Array>;
}

export function createStatementFile(folder: string, size: StatementSize): StatementFile {
  const path = join(folder, 'account.csv');
  const text = writeAccountStatement(size);
  writeFileSync(path, text);
  return {
    path,
    name: basename(path),
    format: FORMAT,
    size: statSync(path).size,
    sha256: hash('sha256', text),
    content: () => createReadStream(path),
  };
}
