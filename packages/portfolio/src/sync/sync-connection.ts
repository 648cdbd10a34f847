import type { ServiceList } from '@bourse/core';
import type { Account, Position, Problem } from '@bourse/core/interfaces';
import { isOfConnection, problemOf } from './problem-of.js';
import type { StoredList } from './store-list.js';
import type { ConnectionSync, SyncedList, SyncEvent } from './sync-events.js';
import { institutionOf } from './kept-institution.js';
import { emptyList, toSyncedList } from './synced-list.js';
import { FETCHED_STATEMENT, syncList, syncStatement, type ListRun } from './sync-list.js';
import type { AdoptedAccount } from '../import/adopt-account.js';
import { findSimilarAccounts } from '../portfolio/find-similar-accounts.js';
import { adoptStatedAccount, contradictsDefaultAccount } from './adopt-stated-account.js';
import { adoptForReported, adoptOwnRecords } from './sync-accounts.js';
import type { SyncOptions, SyncSession } from './sync-options.js';

/** One list that is to be synced, and how. */
interface Step {
  readonly name: string;
  readonly sync: (session: SyncSession, run: ListRun) => Promise<StoredList>;
}

/**
 * Brings one connection up to date, list by list. What fails is part of the answer; what was stored before stays.
 *
 * @throws what aborted the signal
 */
export async function syncConnection(id: string, options: SyncOptions): Promise<ConnectionSync> {
  const run = new ConnectionRun(id, options);
  try {
    await run.perform();
  } catch (error) {
    options.signal?.throwIfAborted();
    run.problem = problemOf(error);
  }
  return run.end();
}

/** One run through the lists of a connection. */
class ConnectionRun {
  problem: Problem | undefined;
  readonly #id: string;
  readonly #options: SyncOptions;
  readonly #lists: SyncedList[] = [];
  readonly #accounts: Account[] = [];
  #positions: Position[] | undefined;
  #adopted: AdoptedAccount | undefined;

  constructor(id: string, options: SyncOptions) {
    this.#id = id;
    this.#options = options;
  }

  /** Says how it ended, and gives the answer. */
  end(): ConnectionSync {
    const hasFailed = this.problem !== undefined || this.#lists.some(({ failure }) => failure !== undefined);
    this.#tell({ what: hasFailed ? 'failed' : 'done', done: this.#lists.length, left: 0 });
    return this.#result;
  }

  get #result(): ConnectionSync {
    const { id, name, institution, pluginId, environment } = this.#options.connections.get(this.#id);
    return {
      connectionId: id,
      name,
      institution: institution ?? pluginId,
      environment,
      lists: this.#lists,
      ...(this.#adopted === undefined ? {} : { adopted: this.#adopted }),
      ...(this.problem === undefined ? {} : { problem: this.problem }),
      snapshot: {
        accounts: this.#accounts,
        ...(this.#positions === undefined ? {} : { positions: this.#positions }),
      },
    };
  }

  /** One host at a time does this. */
  async perform(): Promise<void> {
    const lease = await this.#options.connections.lease(this.#id);
    const { signal } = this.#options;
    try {
      await this.#syncAll(signal === undefined ? lease.signal : AbortSignal.any([signal, lease.signal]));
    } finally {
      await lease.release();
    }
  }

  async #syncAll(signal: AbortSignal): Promise<void> {
    this.#tell({ what: 'login', done: 0, left: 1 });
    const steps = await this.#use(signal, async (session) => {
      this.#adopted = adoptOwnRecords(session, this.#options);
      return stepsOf(session);
    });
    for (const [index, step] of steps.entries()) {
      const place = { done: index, left: steps.length - index };
      const failure = await this.#sync(step, signal, place);
      if (failure === undefined) continue;
      if (isOfConnection(failure)) {
        this.problem = failure;
        return;
      }
      this.#lists.push({ ...emptyList(step.name), failure });
    }
    this.#tellOfSimilarAccounts();
  }

  /** Two accounts that may be one count twice; that shows once the bookings are there. */
  #tellOfSimilarAccounts(): void {
    const { ledger, connections } = this.#options;
    const institution = institutionOf(connections.get(this.#id));
    const problems = findSimilarAccounts(ledger.readAccounts([]), institution);
    const last = problems.length === 0 ? undefined : this.#lists.pop();
    if (last !== undefined) this.#lists.push({ ...last, problems: [...last.problems, ...problems] });
  }

  /** @returns what kept the list from being stored */
  async #sync(
    { name, sync }: Step,
    signal: AbortSignal,
    place: { done: number; left: number },
  ): Promise<Problem | undefined> {
    const tell = (more: Partial<SyncEvent>): void => this.#tell({ what: name, ...place, ...more });
    tell({});
    try {
      const [stored, problems] = await this.#use(signal, async (session) => {
        let pages = 0;
        const run: ListRun = {
          options: this.#options,
          signal,
          onPage: () => void (pages += 1),
          onRecords: (records) => tell({ records, pages }),
          onWaiting: (waitsUntil, waitsFor) => tell({ waitsUntil, waitsFor }),
        };
        const list = await sync(session, run);
        return [list, name === 'accounts' ? await this.#adoptFor(session, list, run) : []];
      });
      this.#lists.push(toSyncedList(name, stored, problems));
      this.#addToSnapshot(name, stored);
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      return problemOf(error);
    }
  }

  /** @returns why nothing was adopted that should be */
  async #adoptFor(session: SyncSession, { accounts }: StoredList, run: ListRun): Promise<Problem[]> {
    const ids = accounts.map(({ id }) => id);
    const contradicts = (reported: string): Promise<boolean> =>
      contradictsDefaultAccount(session, reported, run);
    const { adopted, problem } = await adoptForReported(session, ids, { ...this.#options, contradicts });
    if (problem !== undefined) return [problem];
    this.#adopted ??= adopted ?? (await adoptStatedAccount(session, ids, run));
    return [];
  }

  /** A statement is of yesterday: of an account whose lists have told how it is now, it says nothing about that. */
  #addToSnapshot(name: string, { accounts, positions }: StoredList): void {
    const told = new Set(name === FETCHED_STATEMENT ? this.#accounts.map(({ id }) => id) : []);
    const held = positions.filter(({ accountId }) => !told.has(accountId));
    this.#accounts.push(...accounts.filter(({ id }) => !told.has(id)));
    if (name === 'positions' || held.length > 0) this.#positions = [...(this.#positions ?? []), ...held];
  }

  #use<Result>(signal: AbortSignal, work: (session: SyncSession) => Promise<Result>): Promise<Result> {
    return this.#options.connections.use(this.#id, work, { ...this.#options.logIn, signal });
  }

  #tell(event: Pick<SyncEvent, 'what' | 'done' | 'left'> & Partial<SyncEvent>): void {
    this.#options.onProgress?.({ connectionId: this.#id, records: 0, pages: 0, ...event });
  }
}

async function stepsOf(session: SyncSession): Promise<Step[]> {
  const lists = session.lists.map((list: ServiceList): Step => ({
    name: list.name,
    sync: (open, run) => syncList(open, list, run),
  }));
  if (!(await session.fetchesStatements())) return lists;
  return [...lists, { name: FETCHED_STATEMENT, sync: syncStatement }];
}
