import { assembleStatement } from '@bourse/core';
import type {
  BrokerServices,
  Connection,
  DataProviderServices,
  ListQuery,
  PluginDefinition,
  ServiceName,
  Statement,
} from '@bourse/core/interfaces';
import type { z } from 'zod';
import { listPages, notOffered } from './call-list.js';
import { callMethod, callStream, type PluginServices } from './call-method.js';
import { copyJson } from './copy-json.js';
import { FakeClock } from './fake-clock.js';
import type { ListItem, ListMethod, ListService } from './list-method.js';
import { MemoryStorage } from './memory-storage.js';
import { recordLog, type LogLine } from './recorded-log.js';
import { ScriptedNetwork, type NetworkScript } from './scripted-network.js';
import { inChunks, sizeOf, type StatementInput } from './statement-input.js';

/** A plugin as `defineBroker` makes it. */
export type BrokerPlugin = PluginDefinition<BrokerServices, never> & { readonly settings?: z.ZodType };

/** A plugin as `defineDataProvider` makes it. */
export type DataProviderPlugin = PluginDefinition<DataProviderServices, never> & {
  readonly settings?: z.ZodType;
};

/** The instant at which the clock of a mock host stands where none is given. */
export const DEFAULT_NOW = '2024-03-01T09:30:00Z';

/** What a mock host gives to a plugin. */
export interface MockHostOptions {
  readonly plugin: BrokerPlugin | DataProviderPlugin;
  /** Settings that differ from their defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Absent while a file is read without a connection. */
  readonly connection?: Connection;
  /** As in the manifest; part of every record's id. */
  readonly institution?: string;
  /** Stands in for the network; without it `fetch` is the one of the test. */
  readonly network?: NetworkScript;
  /** What the plugin finds in its storage; without it the plugin has none. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** The instant at which the clock stands, 2024-03-01T09:30:00Z where it is not given. */
  readonly now?: string;
}

/** How a file is read. */
export interface ReadOptions {
  readonly name?: string;
  /** Bytes in one chunk. */
  readonly chunkSize?: number;
}

/**
 * Runs a plugin in the process of the test, as a host would in a cell: same context, answers copied as JSON and
 * checked, a clock that stands still. It confines nothing.
 */
export class MockHost {
  readonly clock: FakeClock;
  /** What the plugin wrote to its log. */
  readonly log: LogLine[] = [];
  /** The network of the plugin, where the test gave one. */
  readonly network: ScriptedNetwork | undefined;
  /** The storage of the plugin, where the test gave one. */
  readonly storage: MemoryStorage | undefined;
  readonly #options: MockHostOptions;
  readonly #stop = new AbortController();
  #services: Promise<PluginServices> | undefined;

  constructor(options: MockHostOptions) {
    this.#options = options;
    this.clock = new FakeClock(options.now ?? DEFAULT_NOW);
    this.network = options.network === undefined ? undefined : new ScriptedNetwork(options.network);
    this.storage = options.storage === undefined ? undefined : new MemoryStorage(options.storage);
  }

  /** Activates the plugin, once. Other methods do it by themselves. */
  activate(): Promise<PluginServices> {
    this.#services ??= this.#start();
    return this.#services;
  }

  /** Aborts the context's signal, deactivates the plugin and gives the process its clock back. */
  async deactivate(): Promise<void> {
    this.#stop.abort();
    try {
      await this.#options.plugin.deactivate?.();
    } finally {
      this.clock.uninstall();
      this.network?.uninstall();
    }
  }

  /** The parts of a statement as the plugin yields them. */
  async *readParts(
    format: string,
    input: StatementInput,
    options: ReadOptions = {},
  ): AsyncGenerator<unknown> {
    const { statement } = await this.activate();
    if (statement === undefined) throw notOffered('statement');
    const { name = 'statement', chunkSize } = options;
    const content = inChunks(input, chunkSize);
    for await (const part of statement.read({ format, name, size: sizeOf(input), content }))
      yield copyJson(part);
  }

  /** The parts of a statement that the plugin has the institution make. */
  async *fetchParts(): AsyncGenerator<unknown> {
    const { statement } = await this.activate();
    if (statement?.fetch === undefined) throw notOffered('statement');
    for await (const part of statement.fetch({})) yield copyJson(part);
  }

  /** The canonical statement, as the host assembles it. */
  readStatement(format: string, input: StatementInput, options: ReadOptions = {}): Promise<Statement> {
    return this.assemble(format, this.readParts(format, input, options), options.name);
  }

  /** The canonical statement of parts that were read before. */
  assemble(
    format: string,
    parts: Iterable<unknown> | AsyncIterable<unknown>,
    file = 'statement',
  ): Promise<Statement> {
    const { institution = 'Acme Securities', connection } = this.#options;
    const provenance = { institution, channel: 'STATEMENT' as const, connectionId: connection?.id };
    return assembleStatement(each(parts), { provenance, format, file });
  }

  /** The items of all pages of a list, each page checked against the contract. */
  async list<Service extends ListService, Method extends ListMethod<Service>>(
    service: Service,
    method: Method,
    query: ListQuery = {},
  ): Promise<ListItem<Service, Method>[]> {
    const items: unknown[] = [];
    for await (const page of listPages(await this.activate(), { service, method }, query))
      items.push(...page.items);
    return items as ListItem<Service, Method>[];
  }

  /** Calls a method that gives one answer, and checks request and answer against the contract. */
  async call(service: ServiceName, method: string, request: unknown = {}): Promise<unknown> {
    return callMethod(await this.activate(), { service, method, request });
  }

  /** Calls a method that answers with a stream, and checks each item. */
  async *stream(service: ServiceName, method: string, request: unknown = {}): AsyncGenerator<unknown> {
    yield* callStream(await this.activate(), { service, method, request });
  }

  async #start(): Promise<PluginServices> {
    const { plugin, settings = {}, connection } = this.#options;
    this.clock.install();
    this.network?.install();
    return plugin.activate({
      ...(connection === undefined ? {} : { connection: Object.freeze({ ...connection }) }),
      settings: Object.freeze(
        plugin.settings === undefined ? { ...settings } : plugin.settings.parse(settings),
      ) as never,
      log: recordLog(this.log),
      signal: this.#stop.signal,
      ...(this.storage === undefined ? {} : { storage: this.storage }),
    });
  }
}

async function* each(parts: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<unknown> {
  yield* parts;
}

/** Runs a plugin in the process of the test. Call `deactivate` when the test is over. */
export function mockHost(options: MockHostOptions): MockHost {
  return new MockHost(options);
}

/** Reads one file with a plugin and ends it. */
export async function readStatement(
  options: MockHostOptions,
  format: string,
  input: StatementInput,
  readOptions: ReadOptions = {},
): Promise<Statement> {
  const host = mockHost(options);
  try {
    return await host.readStatement(format, input, readOptions);
  } finally {
    await host.deactivate();
  }
}
