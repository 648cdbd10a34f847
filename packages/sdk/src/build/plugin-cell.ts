import {
  Cell,
  type JsonObject,
  type NetworkPort,
  type OfferedServices,
  type StoragePort,
} from '@bourse/core';
import type { Connection, ListQuery, Settings, StatementFile } from '@bourse/core/interfaces';

/** A built script and how it is started. */
export interface CellPlan {
  readonly script: string;
  readonly plugin: { readonly id: string; readonly version: string };
  readonly apiVersion: string;
  /** With their defaults filled in. */
  readonly settings: Settings;
  readonly connection?: Connection;
  /** What the plugin may ask for; without them it is refused. */
  readonly network?: NetworkPort;
  readonly storage?: StoragePort;
  /** The instant that the plugin takes for the present; the system's clock where it is not given. */
  readonly now?: string;
}

/** An active plugin in a cell of its own. */
export interface PluginCell {
  readonly services: OfferedServices;
  /** The parts of a statement. */
  readonly read: (file: StatementFile) => AsyncIterable<unknown>;
  /** The answer of a list. */
  readonly call: (service: string, method: string, query: ListQuery) => Promise<unknown>;
}

/**
 * Runs a built plugin in a real cell, which ends afterwards.
 *
 * @throws ProblemError where the script does not load or does not activate.
 */
export async function withCell<Result>(
  plan: CellPlan,
  run: (cell: PluginCell) => Promise<Result>,
): Promise<Result> {
  const { script, plugin, apiVersion, settings, connection, network, storage, now } = plan;
  const cell = new Cell({
    plugin,
    apiVersion,
    ...(network === undefined ? {} : { network }),
    ...(storage === undefined ? {} : { storage }),
    ...(now === undefined ? {} : { now: () => Date.parse(now) }),
  });
  try {
    await cell.start();
    await cell.load(script);
    const services = await cell.activate({
      settings: structuredClone(settings),
      ...(connection === undefined ? {} : { connection }),
    });
    const read = ({ content, ...request }: StatementFile): AsyncIterable<unknown> =>
      cell.stream('statement', 'read', { ...request }, { content });
    const call = (service: string, method: string, query: ListQuery): Promise<unknown> =>
      cell.call(service, method, { ...query } as JsonObject);
    return await run({ services, read, call });
  } finally {
    await cell.deactivate();
  }
}
