import { HealthMonitor, HealthRecords } from '../health/index.js';
import { Lifecycle, TransitionHistory } from '../lifecycle/index.js';
import {
  CacheRecords,
  ConnectionRecords,
  CounterRecords,
  CrashRecords,
  DevelopmentRecords,
  HostDatabase,
  InstallRecords,
  Leases,
  LoginRecords,
  LogRecords,
  OriginRecords,
  PluginStore,
  SettingRecords,
  StorageRecords,
  SyncRecords,
  WriteQueue,
} from '../store/index.js';
import { Home } from './home.js';
import type { ManagerOptions } from './manager-options.js';

/** Everything that a host remembers, opened together. */
export class HostState {
  readonly home: Home;
  readonly database: HostDatabase;
  readonly records: InstallRecords;
  readonly developments: DevelopmentRecords;
  readonly origins: OriginRecords;
  readonly settings: SettingRecords;
  readonly storage: StorageRecords;
  readonly connections: ConnectionRecords;
  readonly logins: LoginRecords;
  readonly syncs: SyncRecords;
  readonly leases: Leases;
  readonly counters: CounterRecords;
  readonly crashes: CrashRecords;
  readonly logs: LogRecords;
  readonly cache: CacheRecords;
  readonly store: PluginStore;
  readonly lifecycle: Lifecycle;
  readonly health: HealthMonitor;
  readonly #queue: WriteQueue;

  /** @throws ProblemError HOST_DATABASE_UNAVAILABLE */
  constructor(options: ManagerOptions) {
    const now = options.now ?? Date.now;
    this.home = new Home(options.home);
    this.database = new HostDatabase(this.home.database);
    const queue = new WriteQueue(this.database, (reason) => options.onWarning?.(reason));
    this.#queue = queue;
    this.records = new InstallRecords(this.database, queue);
    this.developments = new DevelopmentRecords(this.database);
    this.origins = new OriginRecords(this.database);
    this.settings = new SettingRecords(this.database);
    this.storage = new StorageRecords(this.database);
    this.connections = new ConnectionRecords(this.database);
    this.logins = new LoginRecords(this.database);
    this.syncs = new SyncRecords(this.database);
    this.leases = new Leases(this.database, now);
    this.counters = new CounterRecords(this.database);
    this.crashes = new CrashRecords(this.database, queue);
    this.logs = new LogRecords(this.database, queue);
    this.cache = new CacheRecords(this.database, queue);
    this.store = new PluginStore(this.home.store);
    this.health = new HealthMonitor(new HealthRecords(this.database, queue), now);
    this.lifecycle = new Lifecycle({
      now,
      history: new TransitionHistory(this.database, queue),
      onHandlerError: (name, error) => options.onWarning?.(`A handler of ${name} failed: ${String(error)}`),
    });
  }

  /** Writes what still waits and closes the database. */
  async close(): Promise<void> {
    await this.#queue.close();
    this.database.close();
  }
}
