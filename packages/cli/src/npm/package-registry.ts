import type { PackageOrigin } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { toAddress } from './address.js';
import { expectIntegrity } from './integrity.js';
import { readNpmSettings, type NpmSettings } from './npm-settings.js';
import type { PackageSpec } from './package-spec.js';
import { parsePackument, releaseOf, type Release } from './packument.js';
import { pickVersion } from './pick-version.js';
import { readProvenance, type Provenance } from './provenance.js';
import { RegistryClient } from './registry-client.js';

/** What a registry may say of all versions of a package, in bytes. */
const PACKUMENT_MAX_BYTES = 32 * 1024 * 1024;
/** The largest archive, in bytes: that which a package may be added from. */
const ARCHIVE_MAX_BYTES = 32 * 1024 * 1024;

/** A version that a registry has, before its archive is fetched. */
export interface FoundPackage {
  readonly registry: URL;
  readonly spec: PackageSpec;
  readonly release: Release;
}

/** An archive that is the one which its registry had announced. Nothing of it was unpacked or run. */
export interface FetchedPackage {
  readonly origin: PackageOrigin;
  readonly archive: Uint8Array;
  readonly provenance?: Provenance;
}

/** The registries that npm is configured for. */
export class PackageRegistry implements AsyncDisposable {
  readonly #settings: NpmSettings;
  readonly #client: RegistryClient;

  constructor(settings: NpmSettings, signal: AbortSignal) {
    this.#settings = settings;
    this.#client = new RegistryClient(settings, signal);
  }

  /** @param isOffline Whether the user wants nothing to be fetched. @throws ProblemError REGISTRY_UNAVAILABLE if so */
  static open(signal: AbortSignal, isOffline: boolean): PackageRegistry {
    const settings = readNpmSettings();
    if (isOffline || settings.isOffline)
      throw new ProblemError({
        code: 'REGISTRY_UNAVAILABLE',
        message: `Nothing is fetched: ${isOffline ? '--offline was given' : 'npm is configured to be offline'}.`,
        remedy: 'Add a folder or a .tgz, or try again without it.',
      });
    return new PackageRegistry(settings, signal);
  }

  /**
   * Finds the version that is meant.
   *
   * @throws ProblemError PACKAGE_NOT_FOUND, MANIFEST_MISSING where it is no plugin, and what {@link RegistryClient.read} throws
   */
  async find(spec: PackageSpec): Promise<FoundPackage> {
    const { name } = spec;
    const registry = this.#settings.registryOf(name);
    const address = new URL(name.replace('/', '%2f'), registry);
    const wish = { accept: 'application/json', limit: PACKUMENT_MAX_BYTES, what: `package ${name}` };
    const packument = parsePackument(await this.#client.read(address, wish), name);
    const release = releaseOf(packument, name, pickVersion(packument, spec));
    if (release.bourse === undefined)
      throw new ProblemError({
        code: 'MANIFEST_MISSING',
        message: `${name} ${release.version} is no plugin for Bourse: its package.json has no field "bourse".`,
        remedy: 'Check the name.',
      });
    return { registry, spec, release };
  }

  /**
   * Fetches an archive and compares it with what was announced.
   *
   * @throws ProblemError INTEGRITY_MISMATCH, and what {@link RegistryClient.read} throws
   */
  async fetch({ registry, spec, release }: FoundPackage): Promise<FetchedPackage> {
    const { name, version, dist } = release;
    const what = `${name} ${version}`;
    const archive = await this.#client.read(toAddress(dist.tarball, registry), {
      accept: 'application/octet-stream',
      limit: ARCHIVE_MAX_BYTES,
      what: `archive of ${what}`,
    });
    const integrity = expectIntegrity(archive, dist.integrity, what);
    const provenance =
      dist.attestations === undefined
        ? undefined
        : await readProvenance(this.#client, toAddress(dist.attestations.url, registry), archive, what);
    const origin = { registry: registry.href, name, wanted: spec.wanted, version, integrity };
    return { origin, archive, ...(provenance === undefined ? {} : { provenance }) };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#client[Symbol.asyncDispose]();
  }
}
