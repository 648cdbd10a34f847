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

/** Where the packages were fetched from that the user added by name, by plugin. */
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

  /** @param origin Absent where the package was not fetched. */
  save(pluginId: string, origin: PackageOrigin | undefined): void {
    this.#database.run('DELETE FROM package_origin WHERE plugin_id = ?', pluginId);
    if (origin === undefined) return;
    const { registry, name, wanted, version, integrity } = origin;
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
