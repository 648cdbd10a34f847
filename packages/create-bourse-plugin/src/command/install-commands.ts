import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of this package; a published one has no sources. */
const SOURCES = new URL('../../src/', import.meta.url);

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

const CLONE = dirname(PACKAGES);

/**
 * What installs the packages of a new plugin, typed in its folder. Called out of a clone, core and sdk come from there:
 * what the clone has need not be in any registry.
 */
export function installCommands(): string[] {
  if (!existsSync(SOURCES)) return ['npm install'];
  const [core, sdk] = ['core', 'sdk'].map((name) => `"${PACKAGES}${name}"`);
  return [
    `npm pack --silent --pack-destination . ${core} ${sdk}`,
    'npm install --no-audit --no-fund --no-save ./bourse-core-*.tgz ./bourse-sdk-*.tgz',
  ];
}

/** What has a shell know the command `bourse`: nothing where it is installed, of a clone a function. */
export function bourseCommands(): string[] {
  return existsSync(SOURCES) ? [`bourse() { npm --prefix "${CLONE}" run --silent bourse -- "$@"; }`] : [];
}
