import type { StatementEnd } from '@bourse/core';
import { integer } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { refreshCurrent } from '../ledger/refresh-current.js';
import { writeSyncMarks, type SyncMarks } from '../ledger/sync-marks.js';
import { checkAccountNames, rememberAccountName } from './account-names.js';
import { isToldOtherwise } from './told-otherwise.js';
import { countStaged, sumCounts, type KindCounts } from './count-staged.js';
import { findSameImport } from './find-same-import.js';
import type { ImportOrigin } from './import-origin.js';
import type { ImportReport } from './import-report.js';
import { checkNameRows, type NameRows } from './name-changes.js';
import { remarkRenumbered } from './remark-renumbered.js';
import { reportImport } from './report-import.js';

interface StagedImport {
  readonly origin: ImportOrigin;
  /** What names meant when it was begun to be read. */
  readonly names: NameRows;
  readonly end: StatementEnd;
  /** How far it brings a list of a connection. */
  readonly marks: SyncMarks | undefined;
}

/** Merges what a session staged into the ledger: one transaction, no statement of which runs once for each record. */
export function mergeImport(database: Database, { origin, names, end, marks }: StagedImport): ImportReport {
  return database.writing(() => {
    checkNameRows(database, origin.institution, names);
    checkAccountNames(database, origin);
    const kinds = countStaged(database, { channel: origin.channel, generatedAt: toStored(end.generatedAt) });
    const { new: fresh, revised } = sumCounts(kinds);
    if (fresh > 0 && origin.channel !== 'API') remarkRenumbered(database, origin.institution);
    const isNews = fresh + revised > 0 || isToldOtherwise(database, origin);
    const same = isNews ? undefined : findSameImport(database, origin);
    const importId = same ?? storeImport(database, origin, end, kinds);
    if (marks !== undefined) writeSyncMarks(database, marks);
    return reportImport(database, { importId, repeated: same !== undefined, origin, end, kinds });
  });
}

/** An instant in UTC as it sorts as text. */
function toStored(instant: string | undefined): string | undefined {
  return instant?.slice(0, -'Z'.length);
}

function storeImport(database: Database, origin: ImportOrigin, end: StatementEnd, kinds: KindCounts): number {
  mergeRecords(database, origin.institution);
  const importId = insertImport(database, origin, end, kinds);
  observe(database, importId);
  mergeOthers(database, importId, origin.institution);
  refreshCurrent(database, 'SELECT r.id FROM temp.staged s JOIN record r ON r.key = s.key');
  rememberAccountName(database, origin);
  return importId;
}

function mergeRecords(database: Database, institution: string): void {
  database.run(
    `INSERT INTO account (institution, account_id)
     SELECT ?, account_id FROM (SELECT account_id FROM temp.staged UNION SELECT account_id FROM temp.staged_account)
     WHERE true ON CONFLICT DO NOTHING`,
    institution,
  );
  database.run(
    `INSERT INTO instrument (content) SELECT DISTINCT instrument FROM temp.staged WHERE instrument IS NOT NULL
     ON CONFLICT DO NOTHING`,
  );
  database.run(
    `INSERT INTO record (key, account, kind) SELECT s.key, a.id, s.kind FROM temp.staged s
     JOIN account a ON a.institution = ? AND a.account_id = s.account_id WHERE true ON CONFLICT DO NOTHING`,
    institution,
  );
  database.run(
    `INSERT INTO revision (record, digest, fingerprint, date, at, instrument, type, status, quantity, price, amount, currency, order_id, charges, detail)
     SELECT r.id, s.digest, s.fingerprint, s.date, s.at, n.id, s.type, s.status, s.quantity, s.price, s.amount, s.currency, s.order_id, s.charges, s.detail
     FROM temp.staged s JOIN record r ON r.key = s.key LEFT JOIN instrument n ON n.content = s.instrument
     WHERE true ON CONFLICT (record, digest) DO NOTHING`,
  );
  database.run(
    `INSERT INTO content (revision, json) SELECT v.id, s.json FROM temp.staged s JOIN record r ON r.key = s.key
     JOIN revision v ON v.record = r.id AND v.digest = s.digest
     WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.revision = v.id)`,
  );
}

function insertImport(
  database: Database,
  { institution, channel, connectionId, format, file, plugin }: ImportOrigin,
  { generatedAt, period, rowsTotal }: StatementEnd,
  kinds: KindCounts,
): number {
  const counts = sumCounts(kinds);
  const row = database.row(
    `INSERT INTO import (imported_at, institution, channel, connection_id, format, file_name, file_sha256, file_size,
       plugin_id, plugin_version, plugin_digest, generated_at, period_from, period_to, rows_total, new, revised, known)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    new Date().toISOString(),
    institution,
    channel,
    connectionId ?? null,
    format,
    file.name,
    file.sha256,
    file.size,
    plugin.id,
    plugin.version,
    plugin.digest,
    toStored(generatedAt) ?? null,
    period?.from ?? null,
    period?.to ?? null,
    rowsTotal,
    counts.new,
    counts.revised,
    counts.known,
  );
  return integer(row?.[0]);
}

function observe(database: Database, importId: number): void {
  database.run(
    `INSERT INTO observation (record, import, revision, row_count)
     SELECT r.id, ?, v.id, s.row_count FROM temp.staged s JOIN record r ON r.key = s.key
     JOIN revision v ON v.record = r.id AND v.digest = s.digest`,
    importId,
  );
}

function mergeOthers(database: Database, importId: number, institution: string): void {
  database.run(
    `INSERT INTO account_statement (import, account, content) SELECT ?, a.id, s.content FROM temp.staged_account s
     JOIN account a ON a.institution = ? AND a.account_id = s.account_id`,
    importId,
    institution,
  );
  database.run('INSERT INTO shared_key (import, key) SELECT ?, key FROM temp.staged_shared_key', importId);
  database.run('INSERT INTO rate (import, content) SELECT ?, content FROM temp.staged_rate', importId);
  database.run(
    'INSERT INTO remark (import, kind, content) SELECT ?, kind, content FROM temp.staged_remark',
    importId,
  );
}
