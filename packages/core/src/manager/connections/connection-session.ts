import type { Situation } from '../../gateway/index.js';
import type { BourseManifest } from '../../manifest/index.js';
import type { ConnectionRecord } from '../../store/index.js';
import type { AccountNames } from '../../records/index.js';
import { checkAnswer, findMethod } from '../offered-method.js';
import type { PluginRuntime } from '../plugin-runtime.js';
import { pullList } from '../pull-services.js';
import { Reading } from '../reading.js';
import type { ConnectionNetwork } from './connection-network.js';
import { SERVICE_LISTS, type ServiceList } from './lists.js';
import { patiently, type PatienceOptions } from './patience.js';

/** Milliseconds that an institution may take to make a statement before its first record is there. */
export const FETCH_MS = 360_000;

const INTERACTIVE: Situation = { isLogin: false, priority: 'interactive' };

/** A sync is told when its requests have to wait for their turn. */
function syncing({ onWaiting }: Pick<PatienceOptions, 'onWaiting'>): Situation {
  const wait = (until: number): void => onWaiting?.(until, 'RATE_LIMITED');
  return { isLogin: false, priority: 'sync', onWaiting: wait };
}

/** How a list is read. */
export interface ListReadOptions extends Omit<PatienceOptions, 'now'>, AccountNames {
  /** The first booking date; without it, all. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Told when a page has come. */
  readonly onPage?: (() => void) | undefined;
}

/** A connection while it is logged in. */
export class ConnectionSession {
  readonly connection: ConnectionRecord;
  readonly institution: string;
  /** Whether the plugin may have the institution make statements. */
  readonly mayFetchStatements: boolean;
  readonly #runtime: PluginRuntime;
  readonly #manifest: BourseManifest;
  readonly #network: ConnectionNetwork | undefined;
  readonly #now: () => number;

  constructor(options: {
    connection: ConnectionRecord;
    manifest: BourseManifest;
    runtime: PluginRuntime;
    network: ConnectionNetwork | undefined;
    now: () => number;
  }) {
    const { connection, manifest, runtime, network, now } = options;
    this.connection = connection;
    this.institution = manifest.institution ?? manifest.id;
    this.mayFetchStatements = manifest.services.includes('statement') && (manifest.network ?? []).length > 0;
    this.#manifest = manifest;
    this.#runtime = runtime;
    this.#network = network;
    this.#now = now;
  }

  /** Whether the plugin has the institution make statements; many read files alone. */
  async fetchesStatements(): Promise<boolean> {
    return this.mayFetchStatements && (await this.#runtime.offers('statement', 'fetch'));
  }

  /** The lists that the plugin offers, in the order in which they are best read. */
  get lists(): readonly ServiceList[] {
    return SERVICE_LISTS.filter(({ service }) => this.#manifest.services.includes(service));
  }

  /** Lets the plugin list records, page by page; pages that fail for a while are asked for again. */
  read(
    list: ServiceList,
    {
      since,
      until,
      institution,
      defaultAccount,
      aliases,
      idNames,
      onPage,
      ...patience
    }: ListReadOptions = {},
  ): Reading {
    const query = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
    const parts = pullList(this.#runtime, list, {
      query,
      signal: patience.signal,
      // Its requests may have to wait until the institution wants some again.
      deadlineMs: FETCH_MS,
      onPage,
      ask: (page) => this.#during(syncing(patience), () => patiently(page, { ...patience, now: this.#now })),
    });
    return new Reading(
      {
        ...this.#origin(institution),
        format: `${this.#manifest.id}-services`,
        channel: 'API',
        ...{ defaultAccount, aliases, idNames },
      },
      parts,
    );
  }

  /**
   * Lets the plugin have a statement made and read it.
   *
   * @throws ProblemError while it is read: SERVICE_NOT_OFFERED where the plugin reads files only
   */
  readStatement({
    signal,
    onWaiting,
    ...names
  }: AccountNames & Pick<ListReadOptions, 'signal' | 'onWaiting'> = {}): Reading {
    const options = { deadlineMs: FETCH_MS, ...(signal === undefined ? {} : { signal }) };
    const parts = this.#streamDuring(syncing({ onWaiting }), () =>
      this.#runtime.stream('statement', 'fetch', {}, options),
    );
    return new Reading(
      {
        ...names,
        ...this.#origin(names.institution),
        format: `${this.#manifest.id}-fetched`,
        channel: 'STATEMENT',
      },
      parts,
    );
  }

  /** Calls a method for somebody who waits at a terminal. */
  call(service: string, method: string, request: unknown, signal?: AbortSignal): Promise<unknown> {
    const options = signal === undefined ? {} : { signal };
    return this.#during(INTERACTIVE, () => this.#runtime.call(service, method, request, options));
  }

  /** Items of an answer that goes on and on, each checked; ends when its reader does. */
  async *watch(service: string, method: string, request: unknown): AsyncGenerator<unknown, void, void> {
    const { answer } = findMethod(service, method);
    const items = this.#streamDuring(INTERACTIVE, () => this.#runtime.stream(service, method, request));
    for await (const item of items) yield checkAnswer(answer, item);
  }

  #origin(institution = this.institution): Pick<Reading['origin'], 'plugin' | 'institution'> {
    const { digest, version } = this.#runtime;
    return { plugin: { id: this.#manifest.id, version, digest }, institution };
  }

  #during<Result>(situation: Situation, work: () => Promise<Result>): Promise<Result> {
    return this.#network === undefined ? work() : this.#network.during(situation, work);
  }

  async *#streamDuring(
    situation: Situation,
    open: () => AsyncIterable<unknown>,
  ): AsyncGenerator<unknown, void, void> {
    const iterator = open()[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await this.#during(situation, () => iterator.next());
        if (done === true) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
}
