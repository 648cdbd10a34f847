import type { Finding } from '../manifest/finding.js';
import type { BourseManifest } from '../manifest/normalized-manifest.js';
import type { PackageContent } from '../manifest/package-content.js';

/** One thing that has to hold for the files of a package. Places name the file. */
export type ContentRule = (content: PackageContent, manifest: BourseManifest) => readonly Finding[];
