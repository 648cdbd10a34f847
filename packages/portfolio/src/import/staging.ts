import { contentDigest, type CanonicalPart, type RecordByKind } from '@bourse/core';
import type { RecordKind } from '@bourse/core/interfaces';
import type { Database } from '../ledger/database.js';
import { projectRecord } from './project-record.js';

/** What an import adds besides records. */
export type RemarkKind = 'PROBLEM' | 'UNCLASSIFIED' | 'IGNORED';

/** Lives in the temporary database of one connection, so that reading a file holds no lock on the ledger. */
const TABLES = `
  CREATE TEMP TABLE staged (
    key TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    date TEXT NOT NULL,
    at TEXT,
    instrument TEXT,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    quantity TEXT,
    price TEXT,
    amount TEXT,
    currency TEXT,
    order_id TEXT,
    charges TEXT,
    detail TEXT,
    row_count INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE TEMP TABLE staged_account (account_id TEXT NOT NULL, content TEXT NOT NULL) STRICT;
  CREATE TEMP TABLE staged_shared_key (key TEXT PRIMARY KEY) STRICT;
  CREATE TEMP TABLE staged_rate (content TEXT NOT NULL) STRICT;
  CREATE TEMP TABLE staged_remark (kind TEXT NOT NULL, content TEXT NOT NULL) STRICT;
`;

/** A record that comes twice is kept as its more complete text. */
const STAGE = `
  INSERT INTO temp.staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET
    digest = excluded.digest, fingerprint = excluded.fingerprint, date = excluded.date, at = excluded.at,
    instrument = excluded.instrument, type = excluded.type, status = excluded.status, quantity = excluded.quantity,
    price = excluded.price, amount = excluded.amount, currency = excluded.currency, order_id = excluded.order_id,
    charges = excluded.charges, detail = excluded.detail, row_count = excluded.row_count, json = excluded.json
  WHERE excluded.row_count >= staged.row_count`;

export function createStaging(database: Database): void {
  database.execute(TABLES);
}

export function stageRecord<Kind extends RecordKind>(
  database: Database,
  kind: Kind,
  record: RecordByKind[Kind],
): void {
  const { date, at, instrument, type, status, quantity, price, amount, currency, orderId, charges, detail } =
    projectRecord(kind, record);
  database.run(
    STAGE,
    record.id,
    record.source.accountId,
    kind,
    contentDigest(record),
    record.fingerprint,
    date,
    at ?? null,
    jsonOrNull(instrument),
    type,
    status,
    quantity ?? null,
    price ?? null,
    amount ?? null,
    currency ?? null,
    orderId ?? null,
    jsonOrNull(charges),
    Object.keys(detail).length === 0 ? null : JSON.stringify(detail),
    record.source.rows?.length ?? 0,
    JSON.stringify(record),
  );
}

/** The record `from` turns out to be `to`, because several bookings share the id that `from` was made of. */
export function restageRecord(database: Database, from: string, to: string): void {
  database.run('INSERT INTO temp.staged_shared_key VALUES (?) ON CONFLICT DO NOTHING', from);
  database.run(
    `UPDATE temp.staged SET key = ?, json = json_set(json, '$.id', ?) WHERE key = ?`,
    to,
    to,
    from,
  );
}

export function stageAccount(database: Database, account: CanonicalPart['accounts'][number]): void {
  database.run('INSERT INTO temp.staged_account VALUES (?, ?)', account.id, JSON.stringify(account));
}

export function stageRate(database: Database, rate: CanonicalPart['fxRates'][number]): void {
  database.run('INSERT INTO temp.staged_rate VALUES (?)', JSON.stringify(rate));
}

export function stageRemark(database: Database, kind: RemarkKind, remark: object): void {
  database.run('INSERT INTO temp.staged_remark VALUES (?, ?)', kind, JSON.stringify(remark));
}

/** Whether something of an account is staged. */
export function isStaged(database: Database, accountId: string): boolean {
  const found = database.row(
    `SELECT 1 FROM temp.staged WHERE account_id = ? UNION SELECT 1 FROM temp.staged_account WHERE account_id = ?`,
    accountId,
    accountId,
  );
  return found !== undefined;
}

function jsonOrNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
