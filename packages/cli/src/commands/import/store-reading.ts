import { printable, RECORD_LISTS, type CanonicalPart, type Reading } from '@bourse/core';
import type { ImportOrigin, ImportReport } from '@bourse/portfolio';
import type { Session } from '../../host/session.js';

/** Takes what a plugin reads into the ledger while it reads on: all of it, or nothing. */
export async function storeReading(
  { ledger, signal, terminal }: Session,
  reading: Reading,
  { file, accountName }: { file: ImportOrigin['file']; accountName?: string | undefined },
): Promise<ImportReport> {
  const { plugin, institution, format, channel } = reading.origin;
  using session = ledger.beginImport({
    file,
    format,
    plugin,
    institution,
    channel,
    ...(accountName === undefined ? {} : { accountName }),
  });
  let records = 0;
  for await (const part of reading.parts()) {
    signal.throwIfAborted();
    session.add(part);
    records += countRecords(part);
    terminal.progress.update(`Reading ${printable(file.name)}: ${records} records`);
  }
  const report = session.commit(reading.end());
  terminal.progress.clear();
  return report;
}

function countRecords(part: CanonicalPart): number {
  return Object.values(RECORD_LISTS).reduce((sum, list) => sum + part[list].length, 0);
}
