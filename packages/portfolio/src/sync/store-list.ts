import { createHash } from 'node:crypto';
import { RECORD_LISTS, type CanonicalPart, type Reading } from '@bourse/core';
import type { Account, Position } from '@bourse/core/interfaces';
import type { ImportReport } from '../import/import-report.js';
import type { Ledger } from '../ledger/ledger.js';
import type { SyncMarks } from '../ledger/sync-marks.js';

/** An answer has no bytes of its own; what it tells is compared record by record. */
const NO_BYTES = { sha256: createHash('sha256').digest('hex'), size: 0 };

/** A list on its way into the ledger. */
export interface StoredListOptions {
  readonly name: string;
  readonly connectionId: string;
  /** The day on which accounts are as the institution says, where it does not say which. */
  readonly today: string;
  /** How far the list is stored afterwards; asked when it has come to its end. */
  readonly marks: () => SyncMarks;
  readonly signal: AbortSignal;
  /** Which part of what was read is wanted. Default: all. */
  readonly choose?: (part: CanonicalPart) => CanonicalPart;
  /** Told how many records there are so far. */
  readonly onRecords: (records: number) => void;
}

/** What came with a list besides what the ledger keeps of it. */
export interface StoredList {
  /** Absent where the list was empty. */
  readonly report?: ImportReport;
  /** How many exchange rates came. */
  readonly rates: number;
  readonly accounts: readonly Account[];
  readonly positions: readonly Position[];
}

/** Takes a list into the ledger: all of it, or nothing. */
export async function storeList(
  ledger: Ledger,
  reading: Reading,
  options: StoredListOptions,
): Promise<StoredList> {
  const { name, connectionId, today, marks, signal, choose = (part) => part, onRecords } = options;
  const { plugin, institution, format, channel } = reading.origin;
  using session = ledger.beginImport({
    file: { name, ...NO_BYTES },
    format,
    plugin,
    institution,
    channel,
    connectionId,
  });
  const accounts: Account[] = [];
  const positions: Position[] = [];
  let records = 0;
  let rates = 0;
  let isEmpty = true;
  for await (const read of reading.parts()) {
    signal.throwIfAborted();
    const part = choose({ ...read, accounts: read.accounts.map((account) => withDay(account, today)) });
    session.add(part);
    accounts.push(...part.accounts);
    positions.push(...part.positions);
    records += countRecords(part);
    rates += part.fxRates.length;
    isEmpty &&= records === 0 && countOthers(part) === 0;
    onRecords(records + rates);
  }
  const end = reading.end();
  if (!isEmpty || end.problems.length > 0 || session.isToldOtherwise())
    return { report: session.commit(end, marks()), rates, accounts, positions };
  ledger.saveSyncMarks(marks());
  return { rates, accounts, positions };
}

/** An account of a service is as it is now. */
function withDay(account: Account, today: string): Account {
  return account.asOf === undefined && account.period === undefined ? { ...account, asOf: today } : account;
}

function countRecords(part: CanonicalPart): number {
  return Object.values(RECORD_LISTS).reduce((sum, list) => sum + part[list].length, 0);
}

function countOthers({ accounts, fxRates, unclassified, problems }: CanonicalPart): number {
  return accounts.length + fxRates.length + unclassified.length + problems.length;
}
