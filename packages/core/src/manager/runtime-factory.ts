import {
  CellSupervisor,
  type CellInternals,
  type CellSource,
  type ConnectionName,
  type LogLine,
  type SupervisorEvent,
  type WarmSpares,
} from '../cell/index.js';
import type { Contract } from '../contracts/index.js';
import type { LogFields, Settings } from '../interfaces/index.js';
import type { InstallRecord } from '../store/index.js';
import type { ServedVersion } from './catalog-entry.js';
import { explainFailure } from './development/explain-failure.js';
import { readSourceMap } from './development/read-source-map.js';
import { hostCrashHistory } from './host-crash-history.js';
import type { HostState } from './host-state.js';
import type { ManagerOptions, NetworkedPlugin } from './manager-options.js';
import { PluginRuntime } from './plugin-runtime.js';
import { storageOf } from './plugin-storage.js';
import { CellProfiles } from './profile/cell-profiles.js';
import { SettledContract } from './settled-contract.js';

/** What runtimes are made from. */
export interface RuntimeSources {
  readonly options: ManagerOptions;
  readonly internals: CellInternals;
  /** The newest contract that the host serves. */
  readonly spoken: Contract;
  readonly now: () => number;
  readonly state: HostState;
  readonly spares: WarmSpares | undefined;
  /** The version of a plugin that serves now. */
  readonly servedBy: (record: InstallRecord) => ServedVersion;
  /** Throws where a plugin lacks one that it depends on. */
  readonly expectDependencies: (id: string) => void;
  /** The settings in force, defaults among them. */
  readonly settingsOf: (id: string, version: ServedVersion) => Settings;
}

/** What a runtime tells, and what it needs of the other plugins. */
export interface RuntimePorts {
  readonly onEvent: (runtime: PluginRuntime, event: SupervisorEvent) => void;
  readonly startDependencies: (ids: readonly string[]) => Promise<void>;
}

/** What tells runtimes of one version apart. */
export interface RuntimeVariant {
  /** Other settings than those in force, to be tried out. */
  readonly settings?: Settings;
  /** The login that the plugin works for; absent: none. */
  readonly connection?: ConnectionName;
}

/** Makes a runtime of the version that serves. Nothing is started. */
export function createRuntime(
  sources: RuntimeSources,
  ports: RuntimePorts,
  record: InstallRecord,
  { settings, connection }: RuntimeVariant = {},
): PluginRuntime {
  const { options, internals, now, state, spares, spoken } = sources;
  const version = sources.servedBy(record);
  const { manifest, digest, contract } = version;
  const inForce = settings ?? sources.settingsOf(record.id, version);
  const profiles = profilesOf(sources, record.id, version);
  const supervisor = new CellSupervisor(
    {
      key: record.id,
      now,
      crashes: hostCrashHistory(state.crashes, digest, now),
      ...(options.limits === undefined ? {} : { limits: options.limits }),
      ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
      ...(spares === undefined ? {} : { spares }),
      ...(profiles === undefined ? {} : { profile: () => profiles.next() }),
      source: async () => {
        await ports.startDependencies(Object.keys(manifest.plugins ?? {}));
        return cellSourceOf(sources, { id: record.id, ...version }, { settings: inForce, connection });
      },
      explain: (failure) => explainFailure(state, { id: record.id, manifest, digest }, failure),
      onEvent: followed(sources, record.id, (event) => {
        if (event.type === 'stopped' || event.type === 'crashed') profiles?.finish();
        ports.onEvent(runtime, event);
      }),
      onLog: (line) => keepLine(sources, record.id, line),
    },
    internals,
  );
  const runtime = new PluginRuntime({
    supervisor,
    digest,
    version: manifest.version,
    settings: inForce,
    revision: record.revision,
    contract: new SettledContract(manifest.services, spoken, contract),
  });
  return runtime;
}

/** Whoever follows a plugin must not keep it from running, nor bring the host down. */
function followed(
  { options }: RuntimeSources,
  id: string,
  follow: (event: SupervisorEvent) => void,
): (event: SupervisorEvent) => void {
  return (event) => {
    try {
      follow(event);
    } catch (error) {
      options.onWarning?.(`What happened to "${id}" could not be followed: ${String(error)}`);
    }
  };
}

function cellSourceOf(
  sources: RuntimeSources,
  plugin: NetworkedPlugin & ServedVersion,
  { settings, connection }: { readonly settings: Settings; readonly connection: ConnectionName | undefined },
): CellSource {
  return {
    plugin: { id: plugin.id, version: plugin.manifest.version },
    apiVersion: plugin.contract.version,
    script: readScript(sources.state, plugin),
    settings,
    ...(connection === undefined ? {} : { connection }),
    ...portsOf(sources, plugin, connection),
  };
}

/** Where the cells of a plugin leave their profiles, if any. */
function profilesOf(
  { options: { profile }, state }: RuntimeSources,
  id: string,
  version: ServedVersion,
): CellProfiles | undefined {
  if (profile?.pluginId !== id) return undefined;
  return new CellProfiles(profile, () => readSourceMap(state, version));
}

function keepLine(
  { options, now, state }: RuntimeSources,
  id: string,
  { level, message, fields }: LogLine,
): void {
  const line = { at: new Date(now()).toISOString(), level, message, fields: toLogFields(fields) };
  state.logs.append(id, line);
  options.onLog?.(id, line);
}

/** What the plugin may ask the host for. */
function portsOf(
  { options, state }: RuntimeSources,
  plugin: NetworkedPlugin,
  connection: ConnectionName | undefined,
): Pick<CellSource, 'network' | 'storage'> {
  const network = options.network?.(plugin, connection);
  const { storage: quota } = plugin.manifest;
  const owner = {
    pluginId: plugin.id,
    ...(connection === undefined ? {} : { connectionId: connection.id }),
  };
  return {
    ...(network === undefined ? {} : { network }),
    ...(quota === undefined ? {} : { storage: storageOf(state.storage, owner, quota) }),
  };
}

function readScript(state: HostState, { manifest, digest }: ServedVersion): string {
  const path = manifest.main.replace(/^\.\//, '');
  return new TextDecoder().decode(state.store.readFile(digest, manifest.files[path] ?? ''));
}

/** Fields of a log line come from the plugin and may be nested. */
function toLogFields(fields: Readonly<Record<string, unknown>> | undefined): LogFields {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, value]): [string, string | number | boolean] => [
      name,
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : JSON.stringify(value),
    ]),
  );
}
