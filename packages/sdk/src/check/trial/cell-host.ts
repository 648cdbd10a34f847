import { ProblemError, type StatementFile } from '@bourse/core/interfaces';
import type { PluginServices } from '../../testing/call-method.js';
import { MockHost, type MockHostOptions } from '../../testing/mock-host.js';

/** A host of the contract suite whose plugin runs in a real cell, and goes on running when the case is over. */
export class CellHost extends MockHost {
  readonly #services: PluginServices;

  constructor(options: MockHostOptions, services: PluginServices) {
    super(options);
    this.#services = services;
  }

  override activate(): Promise<PluginServices> {
    return Promise.resolve(this.#services);
  }

  override async deactivate(): Promise<void> {}
}

/** What asks a plugin, wherever it runs. */
export interface Asked {
  readonly read: (file: StatementFile) => AsyncIterable<unknown>;
  readonly call: (service: string, method: string, request: object) => Promise<unknown>;
}

/** The services that a plugin offers, each method asked of the plugin where it runs. */
export function servicesOver(
  offered: Readonly<Record<string, readonly string[]>>,
  asked: Asked,
): PluginServices {
  const { health, ...named } = offered;
  const call: Asked['call'] = (...question) => asked.call(...question).catch(tellFailure);
  const services = Object.entries(named).map(([service, methods]) => [
    service,
    Object.fromEntries(
      methods.map((method) => [
        method,
        service === 'statement' && method === 'read'
          ? (file: StatementFile) => failing(asked.read(file))
          : (request: object = {}) => call(service, method, request),
      ]),
    ),
  ]);
  const [report] = health ?? [];
  const own = report === undefined ? {} : { health: () => call('health', report, {}) };
  return { ...Object.fromEntries(services), ...own } as PluginServices;
}

async function* failing(parts: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* parts;
  } catch (error) {
    tellFailure(error);
  }
}

/** In a cell an error that the author did not mean is a problem too; the suite tells them apart. */
function tellFailure(error: unknown): never {
  if (error instanceof ProblemError && error.code === 'PLUGIN_FAILED') throw new Error(error.message);
  throw error;
}
