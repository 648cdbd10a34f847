import { join } from 'node:path';
import type { Reading } from '@bourse/core';
import { openLedger, type ImportReport } from '@bourse/portfolio';
import type { StatementFile } from './statement-file.ts';

/** Stores what is read into a new ledger, as the command line does. */
export async function importInto(
  folder: string,
  { name, sha256, size }: StatementFile,
  reading: Reading,
): Promise<ImportReport> {
  const { plugin, institution, format, channel } = reading.origin;
  using ledger = openLedger(join(folder, 'ledger.db'));
  using session = ledger.beginImport({ file: { name, sha256, size }, format, plugin, institution, channel });
  for await (const part of reading.parts()) session.add(part);
  return session.commit(reading.end());
}
