import { RateBudget, RateRecords, SYSTEM_CLOCK } from '../../gateway/index.js';
import type { ConnectionRecord } from '../../store/index.js';
import type { Vault } from '../../vault/index.js';
import type { HostAudit } from '../host-audit.js';
import type { HostState } from '../host-state.js';
import type { ManagerInternals, NetworkedPlugin } from '../manager-options.js';
import { ConnectionNetwork, type NetworkSources } from './connection-network.js';

/** What the ways to the network are made with. */
export interface ConnectionNetworksOptions {
  readonly now: () => number;
  readonly internals: ManagerInternals;
  readonly state: HostState;
  readonly audit: HostAudit;
}

/** The ways to the network of this host's connections: one each, as long as the version that serves stays. */
export class ConnectionNetworks {
  readonly #sources: NetworkSources;
  readonly #networks = new Map<string, ConnectionNetwork>();

  constructor({ now, internals, state, audit }: ConnectionNetworksOptions) {
    const { database, records, connections, counters } = state;
    this.#sources = {
      records,
      connections,
      counters,
      now,
      audit,
      budget: new RateBudget(new RateRecords(database), internals.budgetClock ?? SYSTEM_CLOCK),
      gateway: internals.gateway ?? {},
      httpLimits: internals.httpLimits ?? {},
    };
  }

  /** Undefined where the plugin asks for no network. */
  of(plugin: NetworkedPlugin, connection: ConnectionRecord, vault: Vault): ConnectionNetwork | undefined {
    if (plugin.manifest.network === undefined) return undefined;
    const known = this.find(connection.id);
    if (known?.digest === plugin.digest) return known;
    void known?.close();
    const network = new ConnectionNetwork(this.#sources, { plugin, connection, vault });
    this.#networks.set(connection.id, network);
    return network;
  }

  find(connectionId: string): ConnectionNetwork | undefined {
    return this.#networks.get(connectionId);
  }

  async close(connectionId: string): Promise<void> {
    await this.find(connectionId)?.close();
    this.#networks.delete(connectionId);
  }

  async closeAll(): Promise<void> {
    for (const network of this.#networks.values()) await network.close();
    this.#networks.clear();
  }
}
