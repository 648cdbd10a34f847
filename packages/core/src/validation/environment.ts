import { readFileSync } from 'node:fs';
import { SERVED_API_VERSIONS } from '../interfaces/api-version.js';

/** The host that a plugin is checked against. */
export interface HostEnvironment {
  /** The version of this package. */
  readonly hostVersion: string;
  /** Contract versions that the host serves. */
  readonly apiVersions: readonly string[];
  readonly nodeVersion: string;
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly os: string;
}

/** This host, on this machine. */
export function currentEnvironment(): HostEnvironment {
  return {
    hostVersion: ownVersion(),
    apiVersions: SERVED_API_VERSIONS,
    nodeVersion: process.versions.node,
    os: process.platform,
  };
}

function ownVersion(): string {
  const packageJson: { version?: unknown } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return String(packageJson.version);
}
