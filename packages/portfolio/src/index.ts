// The ledger.
export { openLedger } from './ledger/ledger.js';
export type { Ledger, LedgerOptions } from './ledger/ledger.js';
export type { ImportDetails, ImportEntry, UndoReport } from './ledger/imports.js';
export type { StoredRecord, StoredRevision } from './ledger/stored-records.js';
export type { AdoptedAccount } from './import/adopt-account.js';
export type { ImportOrigin } from './import/import-origin.js';
export type { ImportReport, RecordCounts } from './import/import-report.js';
export type { ImportBatch, ImportSession } from './import/import-session.js';

// One state of the ledger, as `ledger.read()` answers it.
export type { AccountRef } from './entries/account-ref.js';
export type { PossibleDuplicate, Verdict } from './entries/duplicates.js';
export type { Entry, EntryDetail, InKindCharge } from './entries/entry.js';
export type { Filter } from './entries/filter.js';
export type {
  AccountEntry,
  AccountStatement,
  DatedRate,
  LedgerData,
  PrintedRate,
  SimilarAccounts,
  SimilarSource,
} from './entries/ledger-data.js';
export { separateSimulated } from './entries/separate-simulated.js';
export type { SeparatedLedger } from './entries/separate-simulated.js';
export type { SummaryOptions } from './entries/summary-options.js';

// What follows from it.
export { derivePortfolio } from './portfolio/derive-portfolio.js';
export type { Portfolio } from './portfolio/derive-portfolio.js';
export { findDuplicateProblems } from './portfolio/find-duplicate-problems.js';
export type { InstrumentView } from './portfolio/instrument-view.js';
export { commonKeyOf } from './instruments/instrument-index.js';
export type { Omission } from './portfolio/omission.js';
export type { CashPart, PortfolioTotals, RateUse } from './portfolio/total-portfolio.js';
export type { BaseFigures } from './positions/base-figures.js';
export type { PositionOptions } from './positions/keep-books.js';
export { listRealizations } from './positions/list-realizations.js';
export type { RealizationView } from './positions/list-realizations.js';
export type { CostMethod } from './positions/lots.js';
export type { PositionView, PriceView } from './positions/position-view.js';
export { deriveCash } from './cash/derive-cash.js';
export type { CashBalance } from './cash/derive-cash.js';
export { listCashMovements } from './cash/movement-items.js';
export type { CashMovementItem } from './cash/movement-items.js';
export { summarizeCashMovements } from './cash/summarize-cash-movements.js';
export type { CashMovementSum, CashMovementSummary } from './cash/summarize-cash-movements.js';
export { listCharges, listChargesInKind } from './income/charge-items.js';
export type { ChargeInKind, ChargeItem } from './income/charge-items.js';
export { summarizeCharges } from './income/summarize-charges.js';
export type { ChargeSum, ChargeSummary } from './income/summarize-charges.js';
export { listDividends, listExpectedDividends } from './income/dividend-items.js';
export type { DividendItem } from './income/dividend-items.js';
export { summarizeDividends } from './income/summarize-dividends.js';
export type { DividendSum, DividendSummary, InstrumentDividendSum } from './income/summarize-dividends.js';
export { listTaxesApart } from './income/tax-items.js';
export type { TaxItem } from './income/tax-items.js';
export type { BaseSum } from './rates/base-sum.js';
export { sumMoneyInBase } from './rates/sum-money.js';
export type { MoneyItem } from './rates/sum-money.js';

// Which records a figure comes from.
export { explainCash } from './explain/explain-cash.js';
export type { CashQuery, CashStep } from './explain/explain-cash.js';
export { explainPosition } from './explain/explain-position.js';
export type { PositionQuery, PositionStep } from './explain/explain-position.js';

// Bringing connections up to date.
export { simulatedInstitution } from './entries/simulated.js';
export { syncConnections } from './sync/sync-connections.js';
export type { ConnectionSync, Snapshot, SyncedList, SyncEvent } from './sync/sync-events.js';
export type { SyncOptions } from './sync/sync-options.js';
export { reconcile } from './reconcile/reconcile.js';
export type { ReconcileFacts } from './reconcile/reconcile.js';
export { reconcileSync } from './reconcile/reconcile-sync.js';
export type {
  DifferingRecord,
  Explanation,
  ReconciledLine,
  Reconciliation,
} from './reconcile/reconciliation.js';
