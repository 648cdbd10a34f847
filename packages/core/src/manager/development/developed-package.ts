import {
  isAcceptable,
  type BourseManifest,
  type Finding,
  type PackageContent,
} from '../../manifest/index.js';
import { digestOfBytes } from '../../store/index.js';
import type { HostEnvironment } from '../../validation/index.js';
import { inspectPackage } from '../inspect-package.js';
import { permissionsOf, type Permission } from '../permissions.js';

/** A build of the author that could serve. */
export interface DevelopedVersion {
  readonly id: string;
  readonly packageName: string;
  readonly version: string;
  readonly digest: string;
  readonly permissions: readonly Permission[];
  /** As it was read and checked; the folder may change meanwhile. */
  readonly content: PackageContent;
  readonly manifest: BourseManifest;
}

/** What the folder of the author holds. */
export interface DevelopedPackage {
  /** Absent where something keeps it out. */
  readonly version?: DevelopedVersion;
  readonly findings: readonly Finding[];
}

/** Reads the package once and checks it as an approval does. Nothing of it runs. */
export function readDevelopedPackage(folder: string, environment: HostEnvironment): DevelopedPackage {
  const { content, findings } = inspectPackage(folder, environment);
  const manifest = content?.manifest;
  if (content === undefined || manifest?.dialect !== 'bourse' || !isAcceptable(findings)) return { findings };
  const { id, version, name: packageName } = manifest;
  const digest = digestOfBytes(content.manifestBytes);
  const permissions = permissionsOf(manifest);
  return { version: { id, packageName, version, digest, permissions, content, manifest }, findings };
}
