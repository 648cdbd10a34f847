import { printable, RECORD_LISTS, type CanonicalPart, type Reading } from '@bourse/core';
import type { ImportOrigin, ImportReport, ImportSession } from '@bourse/portfolio';
import type { Session } from '../../host/session.js';

/** What the user says of a reading, and where it comes from. */
export interface StagedOptions {
  readonly file: ImportOrigin['file'];
  readonly accountName?: string | undefined;
  readonly reportedAccount?: string | undefined;
}

/** A reading that was taken in and is not in the ledger yet. */
class StagedReading implements Disposable {
  readonly staged: ImportSession;
  readonly #reading: Reading;

  constructor(staged: ImportSession, reading: Reading) {
    this.staged = staged;
    this.#reading = reading;
  }

  /** Takes it into the ledger: all of it, or nothing. */
  commit(): ImportReport {
    return this.staged.commit(this.#reading.end());
  }

  [Symbol.dispose](): void {
    this.staged.abort();
  }
}

/** Takes in what a plugin reads while it reads on. */
export async function stageReading(
  { ledger, signal, terminal }: Session,
  reading: Reading,
  { file, accountName, reportedAccount }: StagedOptions,
): Promise<StagedReading> {
  const { plugin, institution, format, channel } = reading.origin;
  const staged = ledger.beginImport({
    file,
    format,
    plugin,
    institution,
    channel,
    ...(accountName === undefined ? {} : { accountName }),
    ...(reportedAccount === undefined ? {} : { reportedAccount }),
  });
  try {
    let records = 0;
    for await (const part of reading.parts()) {
      signal.throwIfAborted();
      staged.add(part);
      records += countRecords(part);
      terminal.progress.update(`Reading ${printable(file.name)}: ${records} records`);
    }
    terminal.progress.clear();
    return new StagedReading(staged, reading);
  } catch (error) {
    staged.abort();
    throw error;
  }
}

function countRecords(part: CanonicalPart): number {
  return Object.values(RECORD_LISTS).reduce((sum, list) => sum + part[list].length, 0);
}
