import {
  discoverPlugins,
  parseDiscoveryCache,
  type PluginCandidate,
  type PluginSource,
} from '../discovery/index.js';
import { findContract, type Contract } from '../contracts/index.js';
import { ProblemError } from '../interfaces/index.js';
import type { PluginState } from '../lifecycle/index.js';
import { error, isAcceptable, readManifest, type Finding } from '../manifest/index.js';
import type { InstallRecord } from '../store/index.js';
import {
  currentEnvironment,
  negotiateApiVersion,
  validateManifest,
  validatePackageFacts,
  type HostEnvironment,
} from '../validation/index.js';
import { buildCatalog } from './catalog.js';
import type { CatalogEntry, ServedVersion } from './catalog-entry.js';
import type { HostState } from './host-state.js';
import type { ManagerOptions } from './manager-options.js';
import { endAbandoned } from './development/end-development.js';
import { storeVersion, type Installation, type StoredVersion } from './store-version.js';

/** Name of the discovery's cache in host.db. */
const CACHE = 'discovery';

/** States of a plugin whose cell is there. */
const RUNNING: readonly PluginState[] = ['loading', 'active', 'unloading'];

/** What the host knows of its plugins. It is worked out on first use and again when something has changed. */
export class PluginCatalog {
  readonly environment: HostEnvironment;
  readonly #options: ManagerOptions;
  readonly #state: HostState;
  readonly #contracts: readonly Contract[];
  readonly #releasedDigests: ReadonlySet<string>;
  #entries: CatalogEntry[] | undefined;
  #sourceFindings: readonly Finding[] = [];
  /** Before the first look nothing runs that would have to wait, too, for another host that is writing. */
  #mayWait = true;

  /** @param contracts Those that the host serves. */
  constructor(options: ManagerOptions, state: HostState, contracts: readonly Contract[]) {
    this.environment = { ...currentEnvironment(), apiVersions: contracts.map(({ version }) => version) };
    this.#options = options;
    this.#state = state;
    this.#contracts = contracts;
    this.#releasedDigests = new Set(options.releasedDigests ?? []);
  }

  get entries(): readonly CatalogEntry[] {
    this.#entries ??= this.#discover();
    return this.#entries;
  }

  /** What is wrong with the folders that plugins are looked for in. */
  get sourceFindings(): readonly Finding[] {
    this.#entries ??= this.#discover();
    return this.#sourceFindings;
  }

  /** Looks again now. */
  refresh(): void {
    this.#entries = this.#discover();
  }

  /** Looks again the next time somebody asks. */
  forget(): void {
    this.#entries = undefined;
  }

  /** @throws ProblemError PLUGIN_UNKNOWN */
  get(id: string): CatalogEntry {
    const entry =
      this.entries.find((each) => each.id === id && each.ownsId) ??
      this.entries.find((each) => each.id === id);
    if (entry === undefined)
      throw new ProblemError({ code: 'PLUGIN_UNKNOWN', message: `There is no plugin "${id}".` });
    return entry;
  }

  /**
   * Refuses a plugin that lacks one that it depends on.
   *
   * @throws ProblemError DEPENDENCY_MISSING, DEPENDENCY_CONFLICT, DEPENDENCY_CYCLE
   */
  expectDependencies(id: string): void {
    const { lacking } = this.get(id);
    if (lacking === undefined) return;
    const { code, message, remedy } = lacking;
    throw new ProblemError({ code, message, ...(remedy === undefined ? {} : { remedy }) });
  }

  /**
   * Takes the version that was found into the store, with the user's approval, and lets it serve.
   *
   * @param without Permissions that he leaves out. Default: those that he has left out before.
   * @returns What keeps it out, or was noticed.
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE where there is no room for it
   */
  async install(candidate: PluginCandidate, without?: readonly string[]): Promise<readonly Finding[]> {
    const { findings, approve } = this.#store({
      candidate,
      approvedBy: 'user',
      ...(without === undefined ? {} : { without }),
    });
    if (approve !== undefined) await this.#state.database.write(approve);
    return findings;
  }

  /**
   * The version of a plugin that serves, read from the store alone.
   *
   * @throws ProblemError PLUGIN_NOT_APPROVED, DIGEST_MISMATCH, MANIFEST_INVALID
   */
  servedBy(record: InstallRecord): ServedVersion {
    const { digest } = record;
    if (digest === undefined)
      throw new ProblemError({
        code: 'PLUGIN_NOT_APPROVED',
        message: `The plugin "${record.id}" has not been approved.`,
      });
    const { manifest, findings } = readManifest(
      this.#state.store.readManifest(digest),
      'manifest.json',
      (read) => validateManifest(read, this.environment),
    );
    const apiVersion =
      manifest === undefined ? undefined : negotiateApiVersion(manifest.api, this.environment.apiVersions);
    if (manifest?.dialect !== 'bourse' || apiVersion === undefined || !isAcceptable(findings)) {
      const reason =
        findings.find(({ severity }) => severity === 'error')?.message ??
        'The approved version does not run on this host.';
      throw new ProblemError({ code: 'MANIFEST_INVALID', message: `${record.id}: ${reason}` });
    }
    return { manifest, digest, contract: findContract(this.#contracts, apiVersion) };
  }

  #discover(): CatalogEntry[] {
    const cached = parseDiscoveryCache(this.#state.cache.find(CACHE), JSON.stringify(this.environment));
    const { candidates, findings, cache } = discoverPlugins({
      sources: this.#sources(),
      inspect: (manifest, facts) => [
        ...validateManifest(manifest, this.environment),
        ...validatePackageFacts(facts, manifest, this.environment),
      ],
      cache: cached,
      now: this.#options.now ?? Date.now,
    });
    if (cache !== cached) this.#state.cache.save(CACHE, JSON.stringify(cache));
    this.#sourceFindings = findings;
    // Another host that is writing keeps them until the next look.
    orFinding(() => endAbandoned(this.#state));
    const entries = buildCatalog({
      candidates,
      records: this.#state.records,
      releasedDigests: this.#releasedDigests,
      developed: new Set(this.#state.developments.list().map(({ pluginId }) => pluginId)),
      adopt: (candidate, by, revision) => {
        const result = orFinding(() => this.#adopt({ candidate, approvedBy: by, revision }));
        return 'severity' in result ? [result] : result;
      },
      readServed: (record) => orFinding(() => this.servedBy(record)),
    });
    this.#mayWait = false;
    for (const { id, ownsId, state } of entries) if (ownsId) this.#restore(id, state);
    return entries;
  }

  /** Lets a version serve that needs no approval. While another host is writing it waits for the next look. */
  #adopt(installation: Omit<Installation, 'at'>): readonly Finding[] {
    const { findings, approve } = this.#store(installation);
    if (approve === undefined) return findings;
    const { database } = this.#state;
    try {
      if (this.#mayWait) database.patiently(() => database.transaction(approve));
      else database.transaction(approve);
    } catch (failure) {
      // Once is enough: the next version would wait as long.
      this.#mayWait = false;
      throw failure;
    }
    return findings;
  }

  #store(installation: Omit<Installation, 'at'>): StoredVersion {
    const at = (this.#options.now ?? Date.now)();
    return storeVersion(this.#state, this.environment, { ...installation, at });
  }

  /** A plugin that runs or failed in this host keeps its state, unless the user or another host has decided meanwhile. */
  #restore(id: string, found: PluginState): void {
    const { lifecycle } = this.#state;
    const state = lifecycle.stateOf(id);
    if (RUNNING.includes(state) || (state === 'error' && found === 'discovered')) return;
    lifecycle.restore(id, found);
  }

  #sources(): PluginSource[] {
    const { installed = [], systemFolder, folders = [] } = this.#options;
    return [
      ...installed.map((path) => ({ kind: 'installed' as const, path })),
      { kind: 'home' as const, path: this.#state.home.plugins },
      ...(systemFolder === undefined ? [] : [{ kind: 'system' as const, path: systemFolder }]),
      ...folders.map((path) => ({ kind: 'named' as const, path })),
    ];
  }
}

/** What keeps one plugin from being used is a finding of that plugin, and stops no other. */
function orFinding<Result>(work: () => Result): Result | Finding {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof ProblemError) return error(failure.code, failure.message, {}, failure.remedy);
    throw failure;
  }
}
