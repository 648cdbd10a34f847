import type { Finding } from '../manifest/finding.js';
import type { NormalizedManifest } from '../manifest/normalized-manifest.js';
import type { HostEnvironment } from './environment.js';

/** One thing that has to hold for a manifest. */
export type ManifestRule = (manifest: NormalizedManifest, environment: HostEnvironment) => readonly Finding[];
