import {
  ProblemError,
  SOURCE_CHANNELS,
  type Ignored,
  type Period,
  type Problem,
  type SourceChannel,
  type Unclassified,
} from '@bourse/core/interfaces';
import type { ImportOrigin } from '../import/import-origin.js';
import type { RecordCounts } from '../import/import-report.js';
import type { RemarkKind } from '../import/staging.js';
import { integer, optionalText, text } from './cells.js';
import type { Database, Row } from './database.js';
import { parseStored } from './parse-stored.js';
import { refreshCurrent } from './refresh-current.js';

/** An import as the ledger remembers it. */
export interface ImportEntry extends RecordCounts, Omit<ImportOrigin, 'accountName' | 'reportedAccount'> {
  readonly importId: number;
  /** In UTC. */
  readonly importedAt: string;
  /** In UTC; absent while the import holds. */
  readonly undoneAt?: string;
  readonly generatedAt?: string;
  readonly period?: Period;
  readonly rowsTotal: number;
}

/** Everything that an import left besides its records. */
export interface ImportDetails extends ImportEntry {
  readonly problems: readonly Problem[];
  readonly unclassified: readonly Unclassified[];
  readonly ignored: readonly Ignored[];
}

/** How many records an undone import took out of the ledger, and how many were put back to what other imports say. */
export interface UndoReport {
  readonly importId: number;
  readonly removed: number;
  readonly restored: number;
}

const COLUMNS = `id, imported_at, undone_at, generated_at, period_from, period_to, rows_total, new, revised, known,
  institution, connection_id, channel, format, file_name, file_sha256, file_size, plugin_id, plugin_version, plugin_digest`;

/** All imports, also those that were undone, oldest first. */
export function listImports(database: Database): ImportEntry[] {
  return database.rows(`SELECT ${COLUMNS} FROM import ORDER BY id`).map(toEntry);
}

/** @throws ProblemError IMPORT_UNKNOWN */
export function getImport(database: Database, importId: number): ImportDetails {
  return database.deferred(() => ({
    ...findImport(database, importId),
    problems: listRemarks<Problem>(database, importId, 'PROBLEM'),
    unclassified: listRemarks<Unclassified>(database, importId, 'UNCLASSIFIED'),
    ignored: listRemarks<Ignored>(database, importId, 'IGNORED'),
  }));
}

/**
 * Takes back what an import did, as if it had not happened. One that was undone before stays so.
 *
 * @throws ProblemError IMPORT_UNKNOWN
 */
export function undoImport(database: Database, importId: number): UndoReport {
  return database.writing(() => {
    findImport(database, importId);
    const observed = `SELECT record FROM observation WHERE import = ${importId}`;
    const marked = database.run(
      'UPDATE import SET undone_at = ? WHERE id = ? AND undone_at IS NULL',
      new Date().toISOString(),
      importId,
    );
    if (marked === 0) return { importId, removed: 0, restored: 0 };
    const removed = database.run(
      `DELETE FROM current WHERE record IN (${observed}) AND NOT EXISTS (
         SELECT 1 FROM observation o JOIN import i ON i.id = o.import AND i.undone_at IS NULL WHERE o.record = current.record
       )`,
    );
    return { importId, removed, restored: refreshCurrent(database, observed) };
  });
}

function findImport(database: Database, importId: number): ImportEntry {
  const row = database.row(`SELECT ${COLUMNS} FROM import WHERE id = ?`, importId);
  if (row === undefined)
    throw new ProblemError({ code: 'IMPORT_UNKNOWN', message: `There is no import ${importId}.` });
  return toEntry(row);
}

function listRemarks<Remark>(database: Database, importId: number, kind: RemarkKind): Remark[] {
  return database
    .rows('SELECT content FROM remark WHERE import = ? AND kind = ? ORDER BY id', importId, kind)
    .map((row) => parseStored<Remark>(text(row[0])));
}

function toEntry(row: Row): ImportEntry {
  const [id, importedAt, undone, generated, from, to, rowsTotal, fresh, revised, known, ...origin] = row;
  const undoneAt = optionalText(undone);
  const generatedAt = optionalText(generated);
  return {
    importId: integer(id),
    importedAt: text(importedAt),
    ...(undoneAt === undefined ? {} : { undoneAt }),
    ...(generatedAt === undefined ? {} : { generatedAt: `${generatedAt}Z` }),
    ...(from === null ? {} : { period: { from: text(from), to: text(to) } }),
    rowsTotal: integer(rowsTotal),
    new: integer(fresh),
    revised: integer(revised),
    known: integer(known),
    ...toOrigin(origin),
  };
}

function toOrigin(row: Row): Omit<ImportOrigin, 'accountName' | 'reportedAccount'> {
  const [institution, connection, channel, format, name, sha256, size, plugin, version, digest] = row;
  const connectionId = optionalText(connection);
  return {
    institution: text(institution),
    ...(connectionId === undefined ? {} : { connectionId }),
    channel: toChannel(text(channel)),
    format: text(format),
    file: { name: text(name), sha256: text(sha256), size: integer(size) },
    plugin: { id: text(plugin), version: text(version), digest: text(digest) },
  };
}

function toChannel(stored: string): SourceChannel {
  return SOURCE_CHANNELS.find((channel) => channel === stored) ?? 'STATEMENT';
}
