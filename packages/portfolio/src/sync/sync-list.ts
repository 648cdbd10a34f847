import type { ListReadOptions, Reading, ServiceList } from '@bourse/core';
import { chooseRates, findRateNeeds } from './rate-needs.js';
import { firstMissingDay, rateDays } from './rate-window.js';
import { accountNamesOf } from './sync-accounts.js';
import { dayOf, sinceOf } from './since.js';
import { storeList, type StoredList, type StoredListOptions } from './store-list.js';
import type { SyncOptions, SyncSession } from './sync-options.js';
import { fileNameOf, SyncProgress } from './sync-progress.js';

/** What one list of a sync needs besides the options of all. */
export interface ListRun {
  readonly options: SyncOptions;
  readonly signal: AbortSignal;
  readonly onPage: NonNullable<ListReadOptions['onPage']>;
  readonly onRecords: StoredListOptions['onRecords'];
  readonly onWaiting: NonNullable<ListReadOptions['onWaiting']>;
}

/** A statement that the institution makes is read like a list. */
export const FETCHED_STATEMENT = 'statement';

/** Reads one list and stores it as a whole, together with how far it is done. */
export async function syncList(session: SyncSession, list: ServiceList, run: ListRun): Promise<StoredList> {
  const { isFull = false, now = Date.now } = run.options;
  if (list.name === 'fxRates') return syncRates(session, list, run);
  const progress = new SyncProgress(session.connection, run.options);
  const today = dayOf(now());
  const doneUntil = isFull ? undefined : progress.listDoneUntil(list.name);
  const since = list.isSnapshot ? undefined : sinceOf(list.name, doneUntil);
  const reading = session.read(list, { ...readOptions(session, run), onPage: run.onPage, since });
  const days = new Map([[list.name, today]]);
  return store(reading, { session, run, name: list.name, progress, today, days: () => days });
}

/** Lets the institution make a statement and stores it as a whole. */
export async function syncStatement(session: SyncSession, run: ListRun): Promise<StoredList> {
  const { now = Date.now } = run.options;
  const progress = new SyncProgress(session.connection, run.options);
  const today = dayOf(now());
  const days = new Map([[FETCHED_STATEMENT, today]]);
  const reading = session.readStatement(readOptions(session, run));
  return store(reading, { session, run, name: FETCHED_STATEMENT, progress, today, days: () => days });
}

/** Reads the rates that the ledger has a use for and does not have. */
async function syncRates(session: SyncSession, list: ServiceList, run: ListRun): Promise<StoredList> {
  const { ledger, isFull = false, now = Date.now } = run.options;
  const progress = new SyncProgress(session.connection, run.options);
  const today = dayOf(now());
  const needs = findRateNeeds(ledger.read());
  const since = needs === undefined || isFull ? needs?.since : firstMissingDay(progress, needs);
  if (needs === undefined || since === undefined || since > today)
    return { rates: 0, accounts: [], positions: [] };
  let until: string | undefined;
  const choose = chooseRates(needs);
  const reading = session.read(list, { ...readOptions(session, run), onPage: run.onPage, since });
  return store(reading, {
    session,
    run,
    name: list.name,
    progress,
    today,
    days: () => rateDays(progress, needs, until),
    choose: (part) => {
      for (const { date } of part.fxRates)
        if (date !== undefined && (until === undefined || date > until)) until = date;
      return choose(part);
    },
  });
}

/** A list on its way into the ledger, and how far that brings it. */
interface StoreOptions extends Pick<StoredListOptions, 'name' | 'today' | 'choose'> {
  readonly session: SyncSession;
  readonly run: ListRun;
  readonly progress: SyncProgress;
  /** Asked when the list has come to its end. */
  readonly days: () => ReadonlyMap<string, string>;
}

/** The host is told once the ledger has it; both may be done again. */
async function store(
  reading: Reading,
  { session, run, progress, days, name, ...options }: StoreOptions,
): Promise<StoredList> {
  const { id } = session.connection;
  const { signal, onRecords } = run;
  const list = await storeList(run.options.ledger, reading, {
    ...options,
    name: fileNameOf(id, name),
    connectionId: id,
    signal,
    onRecords,
    marks: () => progress.marksOf(days()),
  });
  await progress.tell(days());
  return list;
}

function readOptions(session: SyncSession, { options, signal, onWaiting }: ListRun): ListReadOptions {
  return { signal, onWaiting, ...accountNamesOf(session, options) };
}
