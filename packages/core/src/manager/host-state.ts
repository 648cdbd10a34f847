import { HealthMonitor, HealthRecords } from '../health/index.js';
import { Lifecycle, TransitionHistory } from '../lifecycle/index.js';
import {
  CacheRecords,
  CrashRecords,
  HostDatabase,
  InstallRecords,
  LogRecords,
  PluginStore,
  SettingRecords,
} from '../store/index.js';
import { Home } from './home.js';
import type { ManagerOptions } from './manager-options.js';

/** Everything that a host remembers, opened together. */
export class HostState {
  readonly home: Home;
  readonly database: HostDatabase;
  readonly records: InstallRecords;
  readonly settings: SettingRecords;
  readonly crashes: CrashRecords;
  readonly logs: LogRecords;
  readonly cache: CacheRecords;
  readonly store: PluginStore;
  readonly lifecycle: Lifecycle;
  readonly health: HealthMonitor;

  /** @throws ProblemError HOST_DATABASE_UNAVAILABLE */
  constructor(options: ManagerOptions) {
    const now = options.now ?? Date.now;
    this.home = new Home(options.home);
    this.database = new HostDatabase(this.home.database);
    this.records = new InstallRecords(this.database);
    this.settings = new SettingRecords(this.database);
    this.crashes = new CrashRecords(this.database);
    this.logs = new LogRecords(this.database, (reason) => options.onWarning?.(reason));
    this.cache = new CacheRecords(this.database);
    this.store = new PluginStore(this.home.store);
    this.health = new HealthMonitor(new HealthRecords(this.database), now);
    this.lifecycle = new Lifecycle({
      now,
      history: new TransitionHistory(this.database),
      onHandlerError: (name, error) => options.onWarning?.(`A handler of ${name} failed: ${String(error)}`),
    });
  }

  close(): void {
    this.logs.flush();
    this.database.close();
  }
}
