import { z } from 'zod';
import type { HostDatabase } from './host-database.js';

/** Where a package was fetched from. */
export interface PackageOrigin {
  /** Address of the registry. */
  readonly registry: string;
  /** Name of the package there. */
  readonly name: string;
  /** Range or tag that the user asked for, which later versions have to be in. */
  readonly wanted: string;
  readonly version: string;
  /** As the registry announces it: sha512 and the digest of the archive in base64. */
  readonly integrity: string;
}

const OriginRow = z.object({
  registry: z.string(),
  name: z.string(),
  wanted: z.string(),
  version: z.string(),
  integrity: z.string(),
});

/** Where the packages come from that the user added, by plugin: by name from a registry, or by a path. */
export class OriginRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  find(pluginId: string): PackageOrigin | undefined {
    const row = this.#database.get(
      'SELECT registry, name, wanted, version, integrity FROM package_origin WHERE plugin_id = ?',
      pluginId,
    );
    return row === undefined ? undefined : OriginRow.parse(row);
  }

  /** The folder or archive that the user named; undefined where the package was fetched or found. */
  findPath(pluginId: string): string | undefined {
    const path = this.#database.get('SELECT path FROM package_path WHERE plugin_id = ?', pluginId)?.['path'];
    return typeof path === 'string' ? path : undefined;
  }

  /** @param origin Where it was fetched from, or the path that was named; undefined where there is nothing to remember any more. */
  save(pluginId: string, origin: PackageOrigin | string | undefined): void {
    this.#database.run('DELETE FROM package_origin WHERE plugin_id = ?', pluginId);
    this.#database.run('DELETE FROM package_path WHERE plugin_id = ?', pluginId);
    if (typeof origin === 'string')
      this.#database.run('INSERT INTO package_path (plugin_id, path) VALUES (?, ?)', pluginId, origin);
    else if (origin !== undefined) this.#saveOrigin(pluginId, origin);
  }

  #saveOrigin(pluginId: string, { registry, name, wanted, version, integrity }: PackageOrigin): void {
    this.#database.run(
      `INSERT INTO package_origin (plugin_id, registry, name, wanted, version, integrity) VALUES (?, ?, ?, ?, ?, ?)`,
      pluginId,
      registry,
      name,
      wanted,
      version,
      integrity,
    );
  }
}
