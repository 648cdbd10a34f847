import { WarmSpares, type ConnectionName } from '../cell/index.js';
import { newestOf, SERVED_CONTRACTS, type Contract } from '../contracts/index.js';
import type { Finding } from '../manifest/index.js';
import type { EventHandler, PluginState, StateChange, StateTransition } from '../lifecycle/index.js';
import { CapabilityIndex } from '../registry/index.js';
import type { LogLine } from '../store/index.js';
import { Connections } from './connections/connections.js';
import { VaultDoor } from './connections/vault-door.js';
import { PluginDevelopment, type DevelopmentSources } from './development/plugin-development.js';
import { EvidenceStore } from './evidence-store.js';
import { HostAudit } from './host-audit.js';
import { HostState } from './host-state.js';
import type { ManagerInternals, ManagerOptions } from './manager-options.js';
import { permissionsOf } from './permissions.js';
import { PluginCatalog } from './plugin-catalog.js';
import type { PluginDetails } from './plugin-details.js';
import { PluginHealth } from './plugin-health.js';
import { PluginInstaller } from './plugin-installer.js';
import { PluginReader } from './plugin-reader.js';
import type { CallOptions } from './plugin-runtime.js';
import { PluginRuntimes } from './plugin-runtimes.js';
import { PluginSettings } from './plugin-settings.js';
import { summarisePlugin, type PluginSummary } from './plugin-summary.js';
import { PluginSwitch } from './plugin-switch.js';

/** States in which the capabilities of a plugin are not on offer. */
const WITHOUT_CAPABILITIES: readonly PluginState[] = ['unloading', 'error', 'quarantined'];

/**
 * A host's plugins: finds them, lets the user approve them, runs them in cells, watches them and answers for them.
 * Nothing is looked for and nothing runs until somebody asks for it.
 */
export class PluginManager {
  /** Adding, approving and rolling back versions. */
  readonly installer: PluginInstaller;
  /** Starting, stopping, enabling and disabling. */
  readonly switch: PluginSwitch;
  readonly settings: PluginSettings;
  readonly health: PluginHealth;
  /** Reading statement files and everything that services list. */
  readonly reader: PluginReader;
  /** The user's logins at institutions. */
  readonly connections: Connections;
  readonly evidence: EvidenceStore;
  readonly audit: HostAudit;
  readonly #spoken: Contract;
  readonly #door: VaultDoor;
  readonly #development: DevelopmentSources;
  readonly #state: HostState;
  readonly #catalog: PluginCatalog;
  readonly #runtimes: PluginRuntimes;
  readonly #spares: WarmSpares | undefined;
  readonly #capabilities = new CapabilityIndex();

  /**
   * @param internals What tests change.
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE
   */
  constructor(options: ManagerOptions, internals: ManagerInternals = {}) {
    const now = options.now ?? Date.now;
    const state = new HostState(options);
    const contracts = internals.contracts ?? SERVED_CONTRACTS;
    const spoken = newestOf(contracts);
    const catalog = new PluginCatalog(options, state, contracts);
    const spares = options.warmSpare === true ? new WarmSpares(options.limits) : undefined;
    this.evidence = new EvidenceStore(state, options.limits);
    const runtimes = new PluginRuntimes(
      {
        options: {
          ...options,
          network:
            options.network ??
            ((plugin, connection) =>
              connection === undefined ? undefined : this.connections.networkOf(plugin, connection.id)),
        },
        internals,
        spoken,
        now,
        state,
        spares,
        servedBy: (record) => catalog.servedBy(record),
        expectDependencies: (id) => catalog.expectDependencies(id),
        settingsOf: (id, version) => this.settings.complete(id, version),
      },
      (evidence) => this.evidence.save(evidence),
    );
    const door = new VaultDoor({
      database: state.database,
      folder: state.home.folder,
      now,
      choice: options.vault ?? {},
    });
    this.audit = new HostAudit(state, door, now);
    this.#spoken = spoken;
    this.#door = door;
    this.#state = state;
    this.#catalog = catalog;
    this.#runtimes = runtimes;
    this.#spares = spares;
    this.switch = new PluginSwitch(state, catalog, runtimes);
    this.installer = new PluginInstaller({ now, state, catalog, runtimes, audit: this.audit });
    this.#development = { now, state, catalog, runtimes, switch: this.switch, audit: this.audit };
    this.settings = new PluginSettings({ now, state, catalog, runtimes, switch: this.switch });
    this.health = new PluginHealth(state, catalog, runtimes);
    this.reader = new PluginReader(catalog, runtimes);
    this.connections = new Connections({
      now,
      internals,
      state,
      catalog,
      runtimes,
      door,
      audit: this.audit,
    });
    this.#followCapabilities();
  }

  /** Lets the builds of an author serve while he works. @param folder Of the plugin */
  develop(folder: string): PluginDevelopment {
    return new PluginDevelopment(this.#development, folder);
  }

  /** All plugins that were found or approved, by id. */
  list(): PluginSummary[] {
    return this.#catalog.entries.map((entry) =>
      summarisePlugin(entry, entry.ownsId ? this.#state.lifecycle.stateOf(entry.id) : entry.state),
    );
  }

  /** @throws ProblemError PLUGIN_UNKNOWN */
  info(id: string): PluginDetails {
    const entry = this.#catalog.get(id);
    const { manifest } = entry;
    const schema = manifest?.settings;
    const origin = this.#state.origins.find(id);
    const addedFrom = entry.candidate?.source.kind === 'home' ? this.#state.origins.findPath(id) : undefined;
    return {
      ...summarisePlugin(entry, this.#state.lifecycle.stateOf(id)),
      ...(manifest === undefined ? {} : { manifest }),
      permissions: manifest === undefined ? [] : permissionsOf(manifest),
      approvals: this.#state.records.approvalsOf(id),
      ...(origin === undefined ? {} : { origin }),
      ...(addedFrom === undefined ? {} : { addedFrom }),
      ...(schema === undefined ? {} : { settingsSchema: schema }),
      settings: this.#state.settings.find(id),
    };
  }

  /** What is wrong with the folders that plugins are looked for in. */
  get sourceFindings(): readonly Finding[] {
    return this.#catalog.sourceFindings;
  }

  /**
   * Calls a method of a plugin, for a connection or for none, in the words of the newest contract that the host serves,
   * and checks request and answer against it.
   *
   * @throws ProblemError what the plugin answered, or why it could not be asked
   */
  call(
    id: string,
    service: string,
    method: string,
    request: unknown,
    options: CallOptions & { readonly connection?: ConnectionName } = {},
  ): Promise<unknown> {
    const { connection, ...rest } = options;
    this.#catalog.get(id);
    return this.#runtimes
      .get(id, connection)
      .call(service, method, request, { ...rest, words: this.#spoken });
  }

  /** Ids of the running plugins that offer a service or a feature. */
  findByCapability(capability: string): string[] {
    return this.#capabilities.find(capability);
  }

  stateOf(id: string): PluginState {
    this.#catalog.get(id);
    return this.#state.lifecycle.stateOf(id);
  }

  /** Changes of state over all runs, oldest first. */
  historyOf(id: string): StateTransition[] {
    this.#catalog.get(id);
    return this.#state.lifecycle.historyOf(id);
  }

  /** Registers a handler of changes to a state and returns what takes it away again. */
  onStateChange(state: PluginState, handler: EventHandler<StateChange>): () => void {
    return this.#state.lifecycle.onChange(state, handler);
  }

  /** What the plugin wrote to its log, oldest first: text from a stranger. */
  logsOf(id: string): LogLine[] {
    this.#catalog.get(id);
    return this.#state.logs.since(id, '');
  }

  /** Stops all plugins in an orderly way and closes what the host remembers. */
  async close(): Promise<void> {
    try {
      await this.health.recordRun();
    } finally {
      await this.#runtimes.stopAll();
      await this.connections.close();
      await this.audit.close();
      await this.#door.close();
      this.#spares?.stop();
      await this.#state.close();
    }
  }

  #followCapabilities(): void {
    const { lifecycle } = this.#state;
    lifecycle.onChange('active', ({ pluginId }) => {
      const { services = [], features = [] } = this.#catalog.get(pluginId).manifest ?? {};
      this.#capabilities.add(pluginId, [...services, ...features]);
    });
    for (const state of WITHOUT_CAPABILITIES) {
      lifecycle.onChange(state, ({ pluginId }) => this.#capabilities.remove(pluginId));
    }
  }
}
