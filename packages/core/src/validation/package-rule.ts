import type { Finding } from '../manifest/finding.js';
import type { NormalizedManifest } from '../manifest/normalized-manifest.js';
import type { PackageFacts } from '../manifest/package-facts.js';
import type { HostEnvironment } from './environment.js';

/** One thing that has to hold for package.json beside the manifest. Places name the file of package.json. */
export type PackageRule = (
  facts: PackageFacts,
  manifest: NormalizedManifest,
  environment: HostEnvironment,
) => readonly Finding[];
