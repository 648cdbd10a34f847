import type { Finding } from './finding.js';
import type { NormalizedManifest } from './normalized-manifest.js';

/** What a manifest says, if it can be understood at all, and what was found in it. */
export interface ManifestReading {
  readonly manifest?: NormalizedManifest;
  readonly findings: readonly Finding[];
}
