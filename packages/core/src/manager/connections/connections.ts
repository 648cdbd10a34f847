import type { AuditEvent } from '../../audit/index.js';
import { readCertificate, type ShownCertificate } from '../../gateway/index.js';
import { ProblemError } from '../../interfaces/index.js';
import type { ConnectionRecord } from '../../store/index.js';
import { forgetCaptures, type Vault } from '../../vault/index.js';
import type { ServedVersion } from '../catalog-entry.js';
import type { HostAudit } from '../host-audit.js';
import type { HostState } from '../host-state.js';
import type { ManagerInternals, NetworkedPlugin } from '../manager-options.js';
import type { PluginCatalog } from '../plugin-catalog.js';
import type { PluginRuntimes } from '../plugin-runtimes.js';
import { SYNC_LEASE, toSummary } from './connection-facts.js';
import type { ConnectionNetwork } from './connection-network.js';
import { ConnectionNetworks } from './connection-networks.js';
import { ConnectionSession } from './connection-session.js';
import type { AskedCredential, ConnectionSummary, NewConnection } from './connection-summary.js';
import { checkCredentials, type GivenCredentials } from './credentials.js';
import { expectOrigins } from './expect-origins.js';
import { freeId } from './free-id.js';
import { holdLease, type Lease } from './lease.js';
import { expectPrograms, invalid, localOriginsOf, type LocalPrograms } from './local-programs.js';
import { LogInDesk, type LogInTarget } from './log-in-desk.js';
import type { LogInOptions } from './log-in.js';
import { SyncProgress } from './sync-progress.js';
import type { VaultDoor } from './vault-door.js';

/** What connections are made from. */
export interface ConnectionsOptions {
  readonly now: () => number;
  readonly internals: ManagerInternals;
  readonly state: HostState;
  readonly catalog: PluginCatalog;
  readonly runtimes: PluginRuntimes;
  readonly door: VaultDoor;
  readonly audit: HostAudit;
}

/** The user's logins at institutions: each with its credentials, its cell and its way to the network. */
export class Connections {
  /** How far each connection was synced. */
  readonly progress: SyncProgress;
  readonly #options: ConnectionsOptions;
  readonly #desk: LogInDesk;
  readonly #networks: ConnectionNetworks;
  /** The vault once it is open: a cell that starts cannot wait for it. */
  #vault: Vault | undefined;

  constructor(given: ConnectionsOptions) {
    const { now, internals, state, audit } = given;
    this.#options = given;
    this.#desk = new LogInDesk(state.logins, audit, now);
    this.progress = new SyncProgress(state, now);
    this.#networks = new ConnectionNetworks({ now, internals, state, audit });
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
    const names = (await this.#openVault()).names(id);
    return names.filter((name) => Object.hasOwn(manifest.credentials ?? {}, name));
  }

  /**
   * Makes a connection. Nothing is asked of the institution yet.
   *
   * @throws ProblemError PLUGIN_UNKNOWN, PLUGIN_NOT_APPROVED, CREDENTIAL_MISSING, CREDENTIAL_INVALID, INVALID_REQUEST
   */
  async add({
    plugin,
    name,
    credentials,
    origins,
    programs = {},
  }: NewConnection): Promise<ConnectionSummary> {
    const { manifest } = this.#versionOf(plugin);
    checkCredentials(manifest.credentials ?? {}, credentials);
    expectOrigins(manifest, origins ?? {});
    expectPrograms(manifest, programs);
    if (origins !== undefined && Object.keys(programs).length > 0)
      throw invalid(
        'A development connection has no programs that are trusted by their certificates.',
        'Name their addresses as origins.',
      );
    const vault = await this.#openVault();
    const { database, connections } = this.#options.state;
    const record = await database.write(() => {
      const made: ConnectionRecord = {
        id: freeId(plugin, connections.list()),
        pluginId: plugin,
        name: name ?? manifest.institution ?? plugin,
        environment: origins === undefined ? 'live' : 'development',
        origins: origins ?? {},
        programs,
        createdAt: new Date(this.#options.now()).toISOString(),
      };
      connections.add(made);
      saveAll(vault, made.id, credentials);
      return made;
    });
    await this.#audit(record, { kind: 'connection', action: 'added' });
    await this.#auditCredentials(record, 'saved', Object.keys(credentials));
    await this.#auditPrograms(record, programs);
    return this.#summarise(record);
  }

  /** The programs on this machine that a plugin reaches, each as the `loopback:<port>` of its manifest. */
  localOriginsOf(pluginId: string): string[] {
    return localOriginsOf(this.#versionOf(pluginId).manifest);
  }

  /**
   * What the program on a port of this machine shows of itself, so that the user can compare it; nothing is sent to it.
   *
   * @throws ProblemError UNAVAILABLE
   */
  readCertificate(port: number): Promise<ShownCertificate> {
    return readCertificate(port, this.#options.internals.gateway?.openTcp);
  }

  /**
   * Trusts programs on this machine in place of those that were trusted there; the others stay.
   *
   * @throws ProblemError CONNECTION_UNKNOWN, INVALID_REQUEST
   */
  async trustPrograms(id: string, programs: LocalPrograms): Promise<void> {
    const record = this.#find(id);
    expectPrograms(this.#versionOf(record.pluginId).manifest, programs);
    if (record.environment === 'development')
      throw invalid(`"${id}" is a development connection, which leads elsewhere.`, 'Make another one.');
    const { database, connections } = this.#options.state;
    await database.write(() =>
      connections.setPrograms(id, { ...connections.find(id)?.programs, ...programs }),
    );
    await this.#auditPrograms(record, programs);
    await this.#disconnect(id, 'another program on this machine');
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
    const vault = await this.#openVault();
    await this.#options.state.database.write(() => {
      forgetCaptures(vault, id);
      saveAll(vault, id, credentials);
    });
    await this.#auditCredentials(record, 'saved', Object.keys(credentials));
    await this.#disconnect(id, 'other credentials');
  }

  /** Forgets a connection: credentials, sessions, how far it was synced, and what its plugin kept. The ledger stays. */
  async remove(id: string): Promise<void> {
    const record = this.#find(id);
    const vault = await this.#openVault();
    const { database, connections, logins, counters, leases, storage } = this.#options.state;
    await this.#disconnect(id, 'forgotten by the user');
    await this.#auditCredentials(record, 'removed', vault.names(id));
    await this.#audit(record, { kind: 'connection', action: 'forgotten' });
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
    await this.#desk.logIn(await this.#target(this.#find(id)), options);
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
    const connection = this.#find(id);
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
      await this.#desk.logIn(await this.#target(connection), options);
      return work(this.#sessionOf(await this.#target(connection)));
    }
  }

  /**
   * The right to sync a connection.
   *
   * @throws ProblemError CONNECTION_UNKNOWN; CONNECTION_BUSY where another host is doing it
   */
  async lease(id: string): Promise<Lease> {
    const record = this.#find(id);
    const lease = await holdLease(this.#options.state, SYNC_LEASE + id);
    await this.#audit(record, { kind: 'sync', action: 'started' });
    return {
      signal: lease.signal,
      release: async () => {
        await lease.release();
        await this.#audit(record, { kind: 'sync', action: 'ended' });
      },
    };
  }

  /** The way to the network of a cell that starts. The vault is open by then. */
  networkOf(plugin: NetworkedPlugin, connectionId: string): ConnectionNetwork | undefined {
    const connection = this.#options.state.connections.find(connectionId);
    const vault = this.#vault;
    if (connection === undefined || vault === undefined) return undefined;
    return this.#networks.of(plugin, connection, vault);
  }

  /** Whether the plugin has gone by way of a program on this machine in this run: settings of its own may lead elsewhere. */
  asksPrograms(id: string): boolean {
    return this.#networks.find(id)?.asksPrograms === true;
  }

  /** How far the clock of the institution is ahead of ours, in milliseconds; undefined where it has not answered yet. */
  clockSkewOf(id: string): number | undefined {
    return this.#networks.find(id)?.clockSkewMs;
  }

  /** Where the credentials are protected, in a sentence for the user. */
  async describeProtection(): Promise<string> {
    return (await this.#openVault()).protection.text;
  }

  async close(): Promise<void> {
    await this.#networks.closeAll();
  }

  async #disconnect(id: string, reason: string): Promise<void> {
    this.#desk.close(id);
    await this.#options.runtimes.disconnect(id, reason);
    await this.#networks.close(id);
  }

  #audit({ id, pluginId }: ConnectionRecord, event: Exclude<AuditEvent, { kind: 'mend' }>): Promise<void> {
    return this.#options.audit.append({ ...event, plugin: pluginId, connection: id });
  }

  async #auditCredentials(
    record: ConnectionRecord,
    action: 'saved' | 'removed',
    names: readonly string[],
  ): Promise<void> {
    await Promise.all(names.map((name) => this.#audit(record, { kind: 'credential', action, name })));
  }

  async #auditPrograms(record: ConnectionRecord, programs: LocalPrograms): Promise<void> {
    for (const [origin, program] of Object.entries(programs))
      await this.#audit(record, { kind: 'program', action: 'trusted', origin, ...program });
  }

  async #openVault(): Promise<Vault> {
    this.#vault = await this.#options.door.open();
    return this.#vault;
  }

  async #target(connection: ConnectionRecord): Promise<LogInTarget> {
    const { pluginId, id, name } = connection;
    const vault = await this.#openVault();
    if (this.#networks.find(id)?.isOutdated === true) await this.#disconnect(id, 'other credentials');
    const version = this.#versionOf(pluginId);
    const runtime = this.#options.runtimes.get(pluginId, { id, name });
    const network = this.networkOf({ id: pluginId, ...version }, id);
    return { connection, manifest: version.manifest, runtime, network, vault };
  }

  #sessionOf({ connection, manifest, runtime, network }: LogInTarget): ConnectionSession {
    return new ConnectionSession({ connection, manifest, runtime, network, now: this.#options.now });
  }

  #find(id: string): ConnectionRecord {
    const record = this.#options.state.connections.find(id);
    if (record !== undefined) return record;
    throw new ProblemError({ code: 'CONNECTION_UNKNOWN', message: `There is no connection "${id}".` });
  }

  #versionOf(pluginId: string): ServedVersion {
    const { catalog, runtimes } = this.#options;
    catalog.get(pluginId);
    return catalog.servedBy(runtimes.expectRunnable(pluginId));
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
