import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printable, type PluginManager } from '@bourse/core';
import type { FetchedPackage, FoundPackage, PackageRegistry } from '../../npm/package-registry.js';

/** A package that was taken in, and what is known of where it comes from. */
export interface TakenPackage {
  readonly id: string;
  readonly fetched: FetchedPackage;
}

/** Fetches a package and takes it in as any archive is. */
export async function takeFromRegistry(
  registry: PackageRegistry,
  manager: PluginManager,
  found: FoundPackage,
): Promise<TakenPackage> {
  const fetched = await registry.fetch(found);
  const folder = mkdtempSync(join(tmpdir(), 'bourse-package-'));
  try {
    const file = join(folder, 'package.tgz');
    writeFileSync(file, fetched.archive, { mode: 0o600 });
    return { id: await manager.installer.add(file, fetched.origin), fetched };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a registry says of a package that somebody should know before he approves it. */
export function registryLines({ release }: FoundPackage, { origin, provenance }: FetchedPackage): string[] {
  const { name, version, registry } = origin;
  const built =
    provenance === undefined
      ? 'The registry does not say where it was built.'
      : `The registry says it was built by ${provenance.workflow} of ${provenance.repository} at ${provenance.ref}. Its word is all there is: the signature of that statement was not checked.`;
  return [
    `${name} ${printable(version)} from ${registry}, as announced (sha512).`,
    printable(built),
    ...(release.deprecated === undefined
      ? []
      : [`Its author calls it deprecated: “${printable(release.deprecated)}”`]),
  ];
}
