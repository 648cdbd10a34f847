import type { ListReadOptions, ServiceList } from '@bourse/core';
import { chooseRates, findRateNeeds } from './rate-needs.js';
import { firstMissingDay, saveRateDays } from './rate-window.js';
import { accountNamesOf } from './sync-accounts.js';
import { dayOf, sinceOf } from './since.js';
import { storeList, type StoredList, type StoredListOptions } from './store-list.js';
import type { SyncOptions, SyncSession } from './sync-options.js';

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

/** Reads one list and stores it as a whole; only then is remembered how far it is done. Both may be done again. */
export async function syncList(session: SyncSession, list: ServiceList, run: ListRun): Promise<StoredList> {
  const { connections, ledger, isFull = false, now = Date.now } = run.options;
  if (list.name === 'fxRates') return syncRates(session, list, run);
  const { id } = session.connection;
  const today = dayOf(now());
  const doneUntil = isFull ? undefined : connections.progress.doneUntil(id, list.name);
  const since = list.isSnapshot ? undefined : sinceOf(list.name, doneUntil);
  const reading = session.read(list, { ...readOptions(session, run), onPage: run.onPage, since });
  const stored = await storeList(ledger, reading, { ...storeOptions(session, list.name, run), today });
  await connections.progress.save(id, list.name, today);
  return stored;
}

/** Lets the institution make a statement and stores it as a whole. */
export async function syncStatement(session: SyncSession, run: ListRun): Promise<StoredList> {
  const { connections, ledger, now = Date.now } = run.options;
  const today = dayOf(now());
  const stored = await storeList(ledger, session.readStatement(readOptions(session, run)), {
    ...storeOptions(session, FETCHED_STATEMENT, run),
    today,
  });
  await connections.progress.save(session.connection.id, FETCHED_STATEMENT, today);
  return stored;
}

/** Reads the rates that the ledger has a use for and does not have. */
async function syncRates(session: SyncSession, list: ServiceList, run: ListRun): Promise<StoredList> {
  const { connections, ledger, isFull = false, now = Date.now } = run.options;
  const { id } = session.connection;
  const today = dayOf(now());
  const needs = findRateNeeds(ledger.read());
  const since =
    needs === undefined || isFull ? needs?.since : firstMissingDay(connections.progress, id, needs);
  if (needs === undefined || since === undefined || since > today)
    return { rates: 0, accounts: [], positions: [] };
  let until: string | undefined;
  const choose = chooseRates(needs);
  const reading = session.read(list, { ...readOptions(session, run), onPage: run.onPage, since });
  const stored = await storeList(ledger, reading, {
    ...storeOptions(session, list.name, run),
    today,
    choose: (part) => {
      for (const { date } of part.fxRates)
        if (date !== undefined && (until === undefined || date > until)) until = date;
      return choose(part);
    },
  });
  await saveRateDays(connections.progress, id, { needs, until });
  return stored;
}

function readOptions(session: SyncSession, { options, signal, onWaiting }: ListRun): ListReadOptions {
  return { signal, onWaiting, ...accountNamesOf(session, options) };
}

function storeOptions(
  { connection }: SyncSession,
  name: string,
  { signal, onRecords }: ListRun,
): Pick<StoredListOptions, 'name' | 'connectionId' | 'signal' | 'onRecords'> {
  return { name: `${connection.id} ${name}`, connectionId: connection.id, signal, onRecords };
}
