export { openLedger } from './ledger/ledger.js';
export type { Ledger, LedgerOptions } from './ledger/ledger.js';
export type { ImportDetails, ImportEntry, UndoReport } from './ledger/imports.js';
export type { StoredRecord, StoredRevision } from './ledger/stored-records.js';
export type { ImportOrigin } from './import/import-origin.js';
export type { ImportReport, RecordCounts } from './import/import-report.js';
export type { ImportBatch, ImportSession } from './import/import-session.js';
