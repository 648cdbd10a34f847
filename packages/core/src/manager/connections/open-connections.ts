import { ProblemError } from '../../interfaces/index.js';
import type { ConnectionRecord } from '../../store/index.js';
import type { HostAudit } from '../host-audit.js';
import type { HostState } from '../host-state.js';
import type { ManagerInternals, NetworkedPlugin } from '../manager-options.js';
import type { PluginCatalog } from '../plugin-catalog.js';
import type { PluginRuntimes } from '../plugin-runtimes.js';
import { runnableVersion } from '../runnable-version.js';
import type { ConnectionNetwork } from './connection-network.js';
import { ConnectionNetworks } from './connection-networks.js';
import { ConnectionSession } from './connection-session.js';
import { LogInDesk, type LogInTarget } from './log-in-desk.js';
import type { LogInOptions } from './log-in.js';
import type { VaultDoor } from './vault-door.js';

export interface OpenConnectionsOptions {
  readonly now: () => number;
  readonly internals: ManagerInternals;
  readonly state: HostState;
  readonly catalog: PluginCatalog;
  readonly runtimes: PluginRuntimes;
  readonly door: VaultDoor;
  readonly audit: HostAudit;
}

/** What this host has open of connections: the session of each, its cell and its way to the network. */
export class OpenConnections {
  readonly #options: OpenConnectionsOptions;
  readonly #desk: LogInDesk;
  readonly #networks: ConnectionNetworks;

  constructor(options: OpenConnectionsOptions) {
    const { now, internals, state, audit } = options;
    this.#options = options;
    this.#desk = new LogInDesk(state.logins, audit, now);
    this.#networks = new ConnectionNetworks({ now, internals, state, audit });
  }

  /** Logs in because the user wishes it, also where it was refused before. */
  async logIn(connection: ConnectionRecord, options: LogInOptions): Promise<void> {
    await this.#desk.logIn(await this.#target(connection), options);
  }

  /** Works with a connection while it is logged in; once more where its session is lost meanwhile. */
  async use<Result>(
    connection: ConnectionRecord,
    work: (session: ConnectionSession) => Promise<Result>,
    options: LogInOptions,
  ): Promise<Result> {
    const target = await this.#target(connection);
    await this.#desk.ensure(target, options);
    try {
      return await work(this.#sessionOf(target));
    } catch (error) {
      const isLost = error instanceof ProblemError && error.code === 'AUTH_EXPIRED';
      if (!isLost || !target.manifest.services.includes('authentication')) {
        this.#desk.remember(target, error);
        throw error;
      }
      await this.logIn(connection, options);
      return work(this.#sessionOf(await this.#target(connection)));
    }
  }

  /** The way to the network; none before the vault is open. */
  networkOf(plugin: NetworkedPlugin, connectionId: string): ConnectionNetwork | undefined {
    const { state, door } = this.#options;
    const connection = state.connections.find(connectionId);
    if (connection === undefined || door.opened === undefined) return undefined;
    return this.#networks.of(plugin, connection, door.opened);
  }

  /** The way to the network that a connection has in this run. */
  findNetwork(connectionId: string): ConnectionNetwork | undefined {
    return this.#networks.find(connectionId);
  }

  async close(connectionId: string, reason: string): Promise<void> {
    this.#desk.close(connectionId);
    await this.#options.runtimes.disconnect(connectionId, reason);
    await this.#networks.close(connectionId);
  }

  async closeAll(): Promise<void> {
    await this.#networks.closeAll();
  }

  async #target(connection: ConnectionRecord): Promise<LogInTarget> {
    const { pluginId, id, name } = connection;
    const vault = await this.#options.door.open();
    if (this.findNetwork(id)?.isOutdated === true) await this.close(id, 'other credentials');
    const version = runnableVersion(this.#options, pluginId);
    const runtime = this.#options.runtimes.get(pluginId, { id, name });
    const network = this.networkOf({ id: pluginId, ...version }, id);
    return { connection, manifest: version.manifest, runtime, network, vault };
  }

  #sessionOf({ connection, manifest, runtime, network }: LogInTarget): ConnectionSession {
    return new ConnectionSession({ connection, manifest, runtime, network, now: this.#options.now });
  }
}
