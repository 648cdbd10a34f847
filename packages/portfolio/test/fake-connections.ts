import { Reading, type ServiceList } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import type { SyncConnections, SyncSession } from '../src/sync/sync-options.js';

/** What a list was asked for. */
export interface Asked {
  readonly list: string;
  readonly since?: string;
}

/** What the invented institution answers, page by page, and part by part under the name `statement`; it may throw. */
export type Answers = Readonly<
  Record<string, (asked: Asked) => AsyncGenerator<object[]> | Iterable<object[]>>
>;

const SNAPSHOTS = ['accounts', 'positions'];

/** Connections of invented institutions, which remember what they were asked for. */
export class FakeConnections implements SyncConnections {
  readonly asked: Asked[] = [];
  /** How often a login was needed. */
  logIns = 0;
  busy = false;
  environment: 'live' | 'development' = 'live';
  readonly released: string[] = [];
  readonly done = new Map<string, string>();
  readonly #answers: Map<string, Answers>;

  constructor(answers: Readonly<Record<string, Answers>>) {
    this.#answers = new Map(Object.entries(answers));
  }

  readonly progress = {
    doneUntil: (id: string, list: string): string | undefined => this.done.get(`${id} ${list}`),
    save: async (id: string, list: string, day: string): Promise<void> =>
      void this.done.set(`${id} ${list}`, day),
  };

  answer(id: string, answers: Answers): void {
    this.#answers.set(id, answers);
  }

  get(id: string): ReturnType<SyncConnections['get']> {
    const services = Object.keys(this.#answers.get(id) ?? {}).includes('fxRates') ? ['rates'] : [];
    return { ...this.#recordOf(id), institution: institutionOf(id), services };
  }

  list(): ReturnType<SyncConnections['list']> {
    return [...this.#answers.keys()].map((id) => this.get(id));
  }

  async lease(id: string): ReturnType<SyncConnections['lease']> {
    if (this.busy) fail('CONNECTION_BUSY');
    return { signal: new AbortController().signal, release: async () => void this.released.push(id) };
  }

  async use<Result>(id: string, work: (session: SyncSession) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.#sessionOf(id));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'AUTH_EXPIRED') throw error;
      this.logIns += 1;
      return work(this.#sessionOf(id));
    }
  }

  #sessionOf(id: string): SyncSession {
    const answers = this.#answers.get(id) ?? {};
    return {
      connection: this.#recordOf(id),
      institution: institutionOf(id),
      fetchesStatements: async () => answers['statement'] !== undefined,
      lists: Object.keys(answers)
        .filter((name) => name !== 'statement')
        .map((name): ServiceList => ({
          name,
          service: 'transaction',
          method: name,
          isSnapshot: SNAPSHOTS.includes(name),
        })),
      read: (
        { name },
        { since, onWaiting, onPage, institution = institutionOf(id), defaultAccount, aliases, idNames } = {},
      ) => {
        const asked = { list: name, ...(since === undefined ? {} : { since }) };
        this.asked.push(asked);
        onWaiting?.(0, 'RATE_LIMITED');
        const plugin = { id, version: '1.0.0', digest: 'digest-1' };
        return new Reading(
          {
            plugin,
            institution,
            format: `${id}-services`,
            channel: 'API',
            defaultAccount,
            aliases,
            idNames,
          },
          partsOf(name, answers[name]?.(asked) ?? [], onPage),
        );
      },
      readStatement: () => {
        const plugin = { id, version: '1.0.0', digest: 'digest-1' };
        return new Reading(
          { plugin, institution: institutionOf(id), format: `${id}-fetched`, channel: 'STATEMENT' },
          statementOf(answers['statement']?.({ list: 'statement' }) ?? []),
        );
      },
    };
  }

  #recordOf(id: string): SyncSession['connection'] {
    return {
      id,
      pluginId: id,
      name: `my ${id}`,
      environment: this.environment,
      origins: {},
      programs: {},
      createdAt: '2024-03-01T00:00:00.000Z',
    };
  }
}

export function institutionOf(id: string): string {
  return id.startsWith('rates') ? id : 'Acme';
}

async function* partsOf(
  list: string,
  pages: AsyncGenerator<object[]> | Iterable<object[]>,
  onPage: (() => void) | undefined,
): AsyncGenerator<object> {
  for await (const items of pages) {
    onPage?.();
    yield { [list]: items };
  }
  yield { rowsTotal: 0 };
}

async function* statementOf(parts: AsyncGenerator<object[]> | Iterable<object[]>): AsyncGenerator<object> {
  for await (const some of parts) yield* some;
  yield { rowsTotal: 0 };
}

export function fail(
  code: 'CONNECTION_BUSY' | 'AUTH_EXPIRED' | 'AUTH_INVALID' | 'UNAVAILABLE' | 'MALFORMED_RESPONSE',
): never {
  throw new ProblemError({ code, message: `Acme says ${code}.` });
}
