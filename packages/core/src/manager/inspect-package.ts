import { isAcceptable, type Finding, type PackageContent } from '../manifest/index.js';
import { readPackage } from '../store/package-archive/index.js';
import { validatePackage, type HostEnvironment } from '../validation/index.js';

/** A package that was read and checked as a whole. */
export interface InspectedPackage {
  /** Absent where it could not be read. */
  readonly content?: PackageContent;
  readonly findings: readonly Finding[];
}

/** Reads a package, a folder or an npm archive, once, and checks what was read. Nothing of it runs. */
export function inspectPackage(path: string, environment: HostEnvironment): InspectedPackage {
  const { content, findings } = readPackage(path);
  if (content === undefined || !isAcceptable(findings)) return { findings };
  return { content, findings: [...findings, ...validatePackage(content, environment)] };
}
