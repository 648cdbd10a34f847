import type { ConnectionRecord } from '../../store/index.js';
import { forgetCaptures, type Vault } from '../../vault/index.js';
import type { ServedVersion } from '../catalog-entry.js';
import type { NetworkedPlugin } from '../manager-options.js';
import { runnableVersion } from '../runnable-version.js';
import { checkNewConnection } from './check-new-connection.js';
import { ConnectionAudit } from './connection-audit.js';
import { SYNC_LEASE, toSummary } from './connection-facts.js';
import type { ConnectionNetwork } from './connection-network.js';
import type { ConnectionSession } from './connection-session.js';
import type { AskedCredential, ConnectionSummary, NewConnection } from './connection-summary.js';
import { checkCredentials, type GivenCredentials } from './credentials.js';
import { findConnection } from './find-connection.js';
import { freeId } from './free-id.js';
import { holdLease, type Lease } from './lease.js';
import type { LogInOptions } from './log-in.js';
import { OpenConnections, type OpenConnectionsOptions } from './open-connections.js';
import { SyncProgress } from './sync-progress.js';
import { TrustedPrograms } from './trusted-programs.js';

/** The user's logins at institutions: each with its credentials, its cell and its way to the network. */
export class Connections {
  /** How far each connection was synced. */
  readonly progress: SyncProgress;
  /** The programs on this machine that they go by. */
  readonly programs: TrustedPrograms;
  readonly #options: OpenConnectionsOptions;
  readonly #audit: ConnectionAudit;
  readonly #open: OpenConnections;

  constructor(options: OpenConnectionsOptions) {
    const { now, internals, state, catalog, runtimes, door } = options;
    this.#options = options;
    this.#audit = new ConnectionAudit(options.audit);
    this.#open = new OpenConnections(options);
    this.progress = new SyncProgress(state, now);
    this.programs = new TrustedPrograms({
      ...{ internals, state, catalog, runtimes, door },
      ...{ audit: this.#audit, open: this.#open },
    });
  }

  list(): ConnectionSummary[] {
    return this.#options.state.connections.list().map((record) => this.#summarise(record));
  }

  /** @throws ProblemError CONNECTION_UNKNOWN */
  get(id: string): ConnectionSummary {
    return this.#summarise(this.#find(id));
  }

  /** What a plugin asks the user for, in the order of its manifest; what is asked for at each login comes last. */
  credentialsAskedBy(pluginId: string): AskedCredential[] {
    const { credentials = {} } = this.#versionOf(pluginId).manifest;
    return Object.entries(credentials)
      .map(([name, declaration]) => ({ name, ...declaration }))
      .sort((left, right) => Number(left.once ?? false) - Number(right.once ?? false));
  }

  /** Names of the credentials that a connection has. */
  async credentialsOf(id: string): Promise<string[]> {
    const { manifest } = this.#versionOf(this.#find(id).pluginId);
    const names = (await this.#options.door.open()).names(id);
    return names.filter((name) => Object.hasOwn(manifest.credentials ?? {}, name));
  }

  /**
   * Makes a connection. Nothing is asked of the institution yet.
   *
   * @throws ProblemError PLUGIN_UNKNOWN, PLUGIN_NOT_APPROVED, CREDENTIAL_MISSING, CREDENTIAL_INVALID, INVALID_REQUEST
   */
  async add(given: NewConnection): Promise<ConnectionSummary> {
    const { plugin, name, credentials, origins, programs = {} } = given;
    const { manifest } = this.#versionOf(plugin);
    checkNewConnection(manifest, given);
    const vault = await this.#options.door.open();
    const { database, connections } = this.#options.state;
    const record = await database.write(() => {
      const made: ConnectionRecord = {
        id: freeId(plugin, connections.list()),
        pluginId: plugin,
        name: name ?? manifest.institution ?? plugin,
        environment: origins === undefined ? 'live' : 'development',
        origins: origins ?? {},
        // Not before the audit tells of them.
        programs: {},
        createdAt: new Date(this.#options.now()).toISOString(),
      };
      connections.add(made);
      saveAll(vault, made.id, credentials);
      return made;
    });
    await this.#audit.append(record, { kind: 'connection', action: 'added' });
    await this.#audit.appendCredentials(record, 'saved', Object.keys(credentials));
    if (Object.keys(programs).length > 0) await this.programs.trust(record.id, programs);
    return this.get(record.id);
  }

  /**
   * Gives a connection other credentials; those that are not given stay. What was open under the former ones ends, in other hosts too.
   *
   * @throws ProblemError CONNECTION_UNKNOWN, CREDENTIAL_INVALID
   */
  async setCredentials(id: string, credentials: GivenCredentials): Promise<void> {
    const record = this.#find(id);
    const { manifest } = this.#versionOf(record.pluginId);
    checkCredentials(manifest.credentials ?? {}, credentials, await this.credentialsOf(id));
    const vault = await this.#options.door.open();
    await this.#options.state.database.write(() => {
      forgetCaptures(vault, id);
      saveAll(vault, id, credentials);
    });
    await this.#audit.appendCredentials(record, 'saved', Object.keys(credentials));
    await this.#open.close(id, 'other credentials');
  }

  /** Forgets a connection: credentials, sessions, how far it was synced, and what its plugin kept. The ledger stays. */
  async remove(id: string): Promise<void> {
    const record = this.#find(id);
    const vault = await this.#options.door.open();
    const { database, connections, logins, counters, leases, storage } = this.#options.state;
    await this.#open.close(id, 'forgotten by the user');
    await this.#audit.appendCredentials(record, 'removed', vault.names(id));
    await this.#audit.append(record, { kind: 'connection', action: 'forgotten' });
    await database.write(() => {
      vault.forget(id);
      counters.forget(id);
      storage.forget(id);
      logins.remove(id);
      leases.release(SYNC_LEASE + id);
      connections.remove(id);
    });
  }

  /** Logs in because the user wishes it, also where it was refused before. */
  async logIn(id: string, options: LogInOptions = {}): Promise<void> {
    await this.#open.logIn(this.#find(id), options);
  }

  /**
   * Works with a connection while it is logged in. Where its session is lost meanwhile, the login and the work are done
   * once more, so that the work has to leave nothing half done.
   *
   * @throws ProblemError CONNECTION_UNKNOWN, those of a login and those of the work
   */
  async use<Result>(
    id: string,
    work: (session: ConnectionSession) => Promise<Result>,
    options: LogInOptions = {},
  ): Promise<Result> {
    return this.#open.use(this.#find(id), work, options);
  }

  /**
   * The right to sync a connection.
   *
   * @throws ProblemError CONNECTION_UNKNOWN; CONNECTION_BUSY where another host is doing it
   */
  async lease(id: string): Promise<Lease> {
    const record = this.#find(id);
    const lease = await holdLease(this.#options.state, SYNC_LEASE + id);
    await this.#audit.append(record, { kind: 'sync', action: 'started' });
    return {
      signal: lease.signal,
      release: async () => {
        await lease.release();
        await this.#audit.append(record, { kind: 'sync', action: 'ended' });
      },
    };
  }

  /** The way to the network of a cell that starts, which cannot wait for the vault: it is open by then. */
  networkOf(plugin: NetworkedPlugin, connectionId: string): ConnectionNetwork | undefined {
    return this.#open.networkOf(plugin, connectionId);
  }

  /** How far the clock of the institution is ahead of ours, in milliseconds; undefined where it has not answered yet. */
  clockSkewOf(id: string): number | undefined {
    return this.#open.findNetwork(id)?.clockSkewMs;
  }

  /** Where the credentials are protected, in a sentence for the user. */
  async describeProtection(): Promise<string> {
    return (await this.#options.door.open()).protection.text;
  }

  async close(): Promise<void> {
    await this.#open.closeAll();
  }

  #find(id: string): ConnectionRecord {
    return findConnection(this.#options.state.connections, id);
  }

  #versionOf(pluginId: string): ServedVersion {
    return runnableVersion(this.#options, pluginId);
  }

  #summarise(record: ConnectionRecord): ConnectionSummary {
    const { catalog, state } = this.#options;
    const entry = catalog.entries.find(({ id, ownsId }) => id === record.pluginId && ownsId);
    return toSummary(record, {
      manifest: entry?.served?.manifest,
      lastSyncedAt: state.syncs.lastSyncedAt(record.id),
      refused: state.logins.find(record.id),
    });
  }
}

function saveAll(vault: Vault, id: string, credentials: GivenCredentials): void {
  for (const [name, value] of Object.entries(credentials)) vault.save(id, name, Buffer.from(value));
}
