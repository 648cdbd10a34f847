import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '../../interfaces/index.js';
import { holdLease, type Lease } from '../connections/lease.js';
import { divide, grantsOf, isOfNetwork } from '../grants.js';
import type { HostAudit } from '../host-audit.js';
import type { HostState } from '../host-state.js';
import { missingPermissions, type Permission } from '../permissions.js';
import type { PluginCatalog } from '../plugin-catalog.js';
import type { PluginRuntime } from '../plugin-runtime.js';
import type { PluginRuntimes } from '../plugin-runtimes.js';
import type { PluginSwitch } from '../plugin-switch.js';
import { recordGrants } from '../record-grants.js';
import { readDevelopedPackage, type DevelopedPackage, type DevelopedVersion } from './developed-package.js';
import { developmentLease, endDevelopment, removeUnapproved } from './end-development.js';

/** What developments are made with. */
export interface DevelopmentSources {
  readonly now: () => number;
  readonly state: HostState;
  readonly catalog: PluginCatalog;
  readonly runtimes: PluginRuntimes;
  readonly switch: PluginSwitch;
  readonly audit: HostAudit;
}

/**
 * A plugin whose author is working on it. Each build is checked, stored and confined as any version is; it needs no
 * approval of its own as long as it asks for no more than the user has allowed. The development ends without a trace.
 */
export class PluginDevelopment {
  readonly #sources: DevelopmentSources;
  readonly #folder: string;
  readonly #allowed = new Set<string>();
  #id: string | undefined;
  #lease: Lease | undefined;
  /** What the user has left out, before the development or in it, also of what a build in between did not ask for. */
  #declined: readonly string[] = [];

  /** @param folder The folder of the built plugin. */
  constructor(sources: DevelopmentSources, folder: string) {
    this.#sources = sources;
    this.#folder = folder;
  }

  /** Reads the package once and checks it as an approval does. Nothing of it runs. */
  read(): DevelopedPackage {
    return readDevelopedPackage(this.#folder, this.#sources.catalog.environment);
  }

  /** What a version asks for beyond what the user has allowed, before the development or in it. */
  asksFor({ id, permissions }: DevelopedVersion): Permission[] {
    const { permissions: granted, declined } = grantsOf(this.#sources.state.records, id);
    return missingPermissions(permissions, [...granted, ...declined, ...this.#allowed]);
  }

  /** Takes down that the user allows all that a version asks for. */
  allow({ permissions }: DevelopedVersion): void {
    for (const { id } of permissions) this.#allowed.add(id);
  }

  /**
   * Starts a version beside the one that serves and lets it take over. Where that fails nothing has changed.
   *
   * @throws ProblemError PLUGIN_NOT_APPROVED where it asks for more than was allowed, what {@link begin} throws, or what
   * the start ended with
   */
  async serve(version: DevelopedVersion): Promise<void> {
    const asksFor = this.asksFor(version);
    if (asksFor.length > 0)
      throw new ProblemError({
        code: 'PLUGIN_NOT_APPROVED',
        message: `It asks for more than was allowed: ${asksFor.map(({ text }) => text).join('; ')}.`,
      });
    await this.begin(version);
    const former = this.#sources.state.records.find(version.id)?.digest;
    try {
      await this.#sources.state.database.write(() => this.#take(version));
      await this.#replace(version);
      await this.#recordIfNew(version, former);
    } finally {
      await this.#prune(version.id, former);
    }
  }

  /** @param keeps Whether the version that serves stays approved. */
  async end({ keeps }: { readonly keeps: boolean }): Promise<void> {
    const { state, catalog, runtimes, audit } = this.#sources;
    const id = this.#id;
    if (id === undefined) return;
    const before = grantsOf(state.records, id).permissions.filter(isOfNetwork);
    const digest = state.records.find(id)?.digest;
    const removeVersions = await state.database.write(() => endDevelopment(state, id, keeps));
    await runtimes.remove(id, 'its development is over');
    removeVersions();
    catalog.forget();
    const after = grantsOf(state.records, id).permissions;
    const permissions = before.filter((permission) => !after.includes(permission));
    if (permissions.length > 0)
      await audit.append({ kind: 'grant', plugin: id, digest, action: 'revoked', permissions });
    await this.#lease?.release();
    this.#id = undefined;
  }

  /**
   * Makes sure, with the first version, that the plugin can be developed, and that nobody else does so.
   *
   * @throws ProblemError PLUGIN_ID_CLASH, PLUGIN_DISABLED, PLUGIN_QUARANTINED, INVALID_REQUEST where another host develops
   * it, or where the id has changed
   */
  async begin({ id, packageName }: DevelopedVersion): Promise<void> {
    this.#lease?.signal.throwIfAborted();
    const { records, database, leases } = this.#sources.state;
    const record = records.find(id);
    // Also of a plugin that was removed: its connections are there, with what the user gave to it.
    if (record !== undefined && record.packageName !== packageName)
      throw new ProblemError({
        code: 'PLUGIN_ID_CLASH',
        message: `The package "${record.packageName}" has the id "${id}" already.`,
      });
    if (this.#id === id) return;
    if (this.#id !== undefined)
      throw invalid(
        `This is the development of "${this.#id}", and the build has the id "${id}".`,
        'Give the plugin its id back, or end this development and begin another one.',
      );
    if (record?.enabled === false || record?.quarantine !== undefined)
      throw new ProblemError({
        code: record.enabled ? 'PLUGIN_QUARANTINED' : 'PLUGIN_DISABLED',
        message: `"${id}" is ${record.enabled ? 'quarantined' : 'disabled'}.`,
        remedy: `Enable it first: bourse plugins enable ${id}`,
      });
    const lease = await holdLease({ database, leases }, developmentLease(id)).catch(undefinedWhereBusy);
    if (lease === undefined)
      throw invalid(`"${id}" is in development already, in another program.`, 'End that one first.');
    const { permissions, declined } = grantsOf(records, id);
    for (const permission of [...permissions, ...declined]) this.#allowed.add(permission);
    this.#declined = declined;
    this.#lease = lease;
    this.#id = id;
  }

  /** Takes a version into the store, approved but not serving yet. A host that stood still may have been taken for gone. */
  #take({ id, packageName, version, digest, permissions, content, manifest }: DevelopedVersion): void {
    const { now, state } = this.#sources;
    const { records, developments, store } = state;
    if (developments.find(id) === undefined)
      developments.begin({ pluginId: id, former: records.find(id)?.digest });
    records.ensure(id, packageName);
    const present = grantsOf(records, id);
    const stillDeclined = this.#declined.filter((each) => !present.permissions.includes(each));
    this.#declined = [...stillDeclined, ...present.declined];
    const grants = divide(permissions, this.#declined);
    const developed = records.approvalsOf(id).find((each) => each.digest === digest);
    if (developed?.approvedBy !== 'development' || !isDeepStrictEqual(developed.declined, grants.declined))
      records.addApproval(id, {
        digest,
        version,
        ...grants,
        source: this.#folder,
        approvedBy: 'development',
        approvedAt: new Date(now()).toISOString(),
      });
    const files = new Map([...content.files].filter(([path]) => Object.hasOwn(manifest.files, path)));
    store.add(digest, { manifest: content.manifestBytes, files });
  }

  async #replace({ id, packageName, digest }: DevelopedVersion): Promise<void> {
    const { state, catalog, runtimes, switch: plugins } = this.#sources;
    const { records, database } = state;
    const revision = records.revisionOf(id);
    const next = runtimes.create({ id, packageName, digest, enabled: true, quarantine: undefined, revision });
    await plugins.tryOut(next);
    await this.#letServe(next, () =>
      database.write(() => {
        records.endQuarantine(id);
        records.serve(id, digest);
      }),
    );
    catalog.refresh();
    await plugins.takeOver(id, next, 'a build of its author');
  }

  async #letServe(next: PluginRuntime, decide: () => Promise<void>): Promise<void> {
    try {
      await decide();
    } catch (error) {
      await next.stop();
      throw error;
    }
  }

  async #recordIfNew({ id }: DevelopedVersion, former: string | undefined): Promise<void> {
    const { state, audit } = this.#sources;
    const before = state.records.approvalsOf(id).find(({ digest }) => digest === former)?.permissions ?? [];
    const { permissions } = grantsOf(state.records, id);
    if (permissions.some((permission) => isOfNetwork(permission) && !before.includes(permission)))
      await recordGrants(state, audit, id);
  }

  /** Of all builds, the one that serves stays, and the one before it, which another host may be starting. */
  async #prune(id: string, former: string | undefined): Promise<void> {
    const { state } = this.#sources;
    const { records, database } = state;
    const developed = records.developedOf(id);
    const serving = records.find(id)?.digest;
    const kept = [former, serving].filter((digest) => digest !== undefined);
    await database.write(() => records.removeDeveloped(id, kept));
    removeUnapproved(state, id, developed);
  }
}

function undefinedWhereBusy(error: unknown): undefined {
  if (!(error instanceof ProblemError) || error.code !== 'CONNECTION_BUSY') throw error;
}

function invalid(message: string, remedy: string): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message, remedy });
}
