import { ProblemError } from '../interfaces/index.js';
import {
  isAcceptable,
  type Finding,
  type NormalizedManifest,
  type PackageContent,
} from '../manifest/index.js';
import type { Approval, PackageOrigin, PluginStore } from '../store/index.js';
import { printable } from '../text/index.js';
import { AddedPackages } from './added-packages.js';
import { rollBack } from './approvals.js';
import type { ServedVersion } from './catalog-entry.js';
import { divide, expectSeparable, grantsOf, lessOf } from './grants.js';
import type { HostAudit } from './host-audit.js';
import type { HostState } from './host-state.js';
import { inspectPackage } from './inspect-package.js';
import { permissionsOf } from './permissions.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntimes } from './plugin-runtimes.js';
import { recordGrants } from './record-grants.js';

/** What was found in a package, and the id that it claims where it can be understood. */
export interface PackageVerdict {
  readonly id?: string;
  readonly version?: string;
  readonly findings: readonly Finding[];
}

/** How the user approves a version. */
export interface ApprovalWish {
  readonly shown?: string | undefined;
  readonly without?: readonly string[] | undefined;
}

/** Takes plugins in, and decides which version of each serves. Nothing of a package is executed. */
export class PluginInstaller {
  readonly #now: () => number;
  readonly #audit: HostAudit;
  readonly #state: HostState;
  readonly #catalog: PluginCatalog;
  readonly #runtimes: PluginRuntimes;
  readonly #packages: AddedPackages;

  constructor(options: {
    now: () => number;
    state: HostState;
    catalog: PluginCatalog;
    runtimes: PluginRuntimes;
    audit: HostAudit;
  }) {
    this.#now = options.now;
    this.#audit = options.audit;
    this.#state = options.state;
    this.#catalog = options.catalog;
    this.#runtimes = options.runtimes;
    this.#packages = new AddedPackages(options.state.home, options.state.database);
  }

  /** Checks a package, a folder or an npm archive, as it would be checked when it is added. */
  validate(path: string): PackageVerdict {
    const { content, findings } = inspectPackage(path, this.#catalog.environment);
    const manifest = content?.manifest;
    return { ...(manifest === undefined ? {} : { id: manifest.id, version: manifest.version }), findings };
  }

  /**
   * Copies a package into the folder of added plugins. It does not run until it is approved.
   *
   * @param origin Where the package was fetched from; it has to be the one of this name and version.
   * @returns The id of the plugin.
   * @throws ProblemError INTEGRITY_MISMATCH, or the code of the first finding that keeps it out
   */
  async add(path: string, origin?: PackageOrigin): Promise<string> {
    const { content, findings } = inspectPackage(path, this.#catalog.environment);
    refuse(findings);
    const manifest = content?.manifest;
    if (content === undefined || manifest === undefined) {
      throw new ProblemError({
        code: 'MANIFEST_MISSING',
        message: 'The package holds no plugin.',
        place: { file: path },
      });
    }
    if (origin !== undefined) expectPackage(content, origin);
    this.#expectOwner(manifest);
    await this.#packages.put(manifest.id, content.files, () =>
      this.#state.origins.save(manifest.id, origin ?? path),
    );
    this.#catalog.forget();
    return manifest.id;
  }

  /** A package of another name must not take the place of one that the user has, whichever he meant to add or to update. */
  #expectOwner({ id, name }: NormalizedManifest): void {
    const owner = this.#state.records.find(id)?.packageName ?? this.#state.origins.find(id)?.name;
    if (owner === undefined || owner === name) return;
    throw new ProblemError({
      code: 'PLUGIN_ID_CLASH',
      message: `The package "${printable(name)}" claims the id "${id}", which the package "${printable(owner)}" has already.`,
    });
  }

  /** Takes back the approval of a plugin and removes its package where the user had added it. */
  async remove(id: string): Promise<void> {
    const { candidate } = this.#catalog.get(id);
    const { database, records } = this.#state;
    await database.write(() => {
      records.serve(id, undefined);
      this.#state.origins.save(id, undefined);
    });
    const stopped = this.#runtimes.remove(id, 'removed by the user');
    if (candidate?.source.kind === 'home') this.#packages.remove(id, candidate.root);
    this.#catalog.forget();
    await stopped;
  }

  /**
   * Lets the version that was found serve, with what it asks for.
   *
   * @param wish.shown The digest of the version that the user was shown, where he was; another one is refused.
   * @param wish.without Ids of permissions that are left out. Default: those that were left out before.
   * @throws ProblemError DIGEST_MISMATCH, or the code of the first finding that keeps it out
   */
  async approve(id: string, { shown, without }: ApprovalWish = {}): Promise<void> {
    const { candidate, ownsId, served, pending } = this.#catalog.get(id);
    if (candidate?.manifest !== undefined) expectSeparable(permissionsOf(candidate.manifest), without ?? []);
    if (without !== undefined && served !== undefined && pending === undefined) await this.grant(id, without);
    if (candidate?.manifest === undefined)
      throw new ProblemError({
        code: 'NOT_FOUND',
        message: `No package of "${id}" was found that could be approved.`,
      });
    if (served !== undefined && pending === undefined && isStored(this.#state.store, served)) return;
    if (shown !== undefined && shown !== candidate.digest)
      throw new ProblemError({
        code: 'DIGEST_MISMATCH',
        message: `The package of "${id}" is no longer the one that was shown.`,
        remedy: 'Look at it again and approve it anew.',
      });
    refuse(candidate.findings);
    if (!ownsId)
      throw new ProblemError({
        code: 'PLUGIN_ID_CLASH',
        message: `Several packages claim the id "${id}", and none of them was approved before.`,
      });
    refuse(await this.#catalog.install(candidate, without));
    this.#catalog.forget();
    await recordGrants(this.#state, this.#audit, id);
    if (this.#state.lifecycle.stateOf(id) === 'waiting')
      this.#state.lifecycle.change(id, 'discovered', 'approved by the user');
  }

  /**
   * Changes what the version that serves is granted: all that it asks for without these. Holds in every host from the
   * next request on.
   *
   * @throws ProblemError PLUGIN_NOT_APPROVED, NOT_FOUND, INVALID_REQUEST
   */
  async grant(id: string, without: readonly string[]): Promise<void> {
    const { served } = this.#catalog.get(id);
    const { database, records, developments } = this.#state;
    if (served === undefined)
      throw new ProblemError({ code: 'PLUGIN_NOT_APPROVED', message: `"${id}" has not been approved.` });
    const wanted = permissionsOf(served.manifest);
    expectSeparable(wanted, without);
    await database.write(() => {
      const record = records.find(id);
      const approval = records.approvalsOf(id).find(({ digest }) => digest === served.digest);
      if (record?.digest !== served.digest || approval === undefined) return;
      const approvedAt = new Date(this.#now()).toISOString();
      records.approve(id, record.packageName, {
        ...approval,
        ...divide(wanted, without),
        approvedBy: approval.approvedBy === 'development' ? 'development' : 'user',
        approvedAt,
      });
      // What serves again when the development is over must not bring back what was taken away in it.
      const former = records.approvalsOf(id).find(({ digest }) => digest === developments.find(id)?.former);
      if (former !== undefined && former.digest !== served.digest)
        records.addApproval(id, { ...former, ...lessOf(former, without), approvedBy: 'user', approvedAt });
    });
    this.#catalog.forget();
    await recordGrants(this.#state, this.#audit, id);
  }

  /** Takes back one permission of the version that serves; the others stay as they are. */
  async revoke(id: string, permissionId: string): Promise<void> {
    await this.grant(id, [...grantsOf(this.#state.records, id).declined, permissionId]);
  }

  /**
   * Goes back to the version that served before; once more, to the one before that. A version that was left behind serves again when
   * it is approved anew.
   *
   * @throws ProblemError NO_EARLIER_VERSION
   */
  async rollBack(id: string): Promise<Approval> {
    this.#catalog.get(id);
    const approval = await this.#state.database.write(() => rollBack(this.#state, id));
    this.#catalog.forget();
    await recordGrants(this.#state, this.#audit, id);
    return approval;
  }
}

/** Tells whether the store still has every file of a version as it was approved. */
function isStored(store: PluginStore, { digest, manifest }: ServedVersion): boolean {
  return Object.values(manifest.files).every((fileDigest) => store.isIntact(digest, fileDigest));
}

/** A registry may send a package of another name, whose plugin would then pass for the one that was asked for. */
function expectPackage({ packageJson }: PackageContent, { name, version }: PackageOrigin): void {
  const facts = packageJson?.facts;
  if (facts?.name === name && facts.version === version) return;
  throw new ProblemError({
    code: 'INTEGRITY_MISMATCH',
    message: `The archive holds ${printable(facts?.name ?? 'no package')} ${printable(facts?.version ?? '')}, not ${name} ${version}.`,
  });
}

function refuse(findings: readonly Finding[]): void {
  if (isAcceptable(findings)) return;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const more =
    errors.length > 1 ? ` (and ${errors.length - 1} more; "bourse plugins validate" lists them)` : '';
  const { file, path } = first.place;
  throw new ProblemError({
    code: first.code,
    message: `${first.message}${more}`,
    ...(first.remedy === undefined ? {} : { remedy: first.remedy }),
    place: { ...(file === undefined ? {} : { file }), ...(path === undefined ? {} : { path }) },
  });
}
