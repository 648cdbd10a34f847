import { cpSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../root.ts';
import type { ReleasedPackage } from '../released-package.ts';
import type { CoreRelease } from './core-release.ts';
import { digestFiles, digestText } from './digest-files.ts';
import { CACHE } from './folders.ts';
import { makeOnce } from './make-once.ts';
import { unpackRelease } from './unpack-release.ts';

/** What the working tree is called among versions. */
const WORKING_TREE = 'working tree';

const OWN = join(ROOT, 'packages', 'core');

/** What of a core is run. */
const RUN = ['package.json', 'dist/**/*.js', 'dist/**/*.cjs'];

/** Every released core, oldest first, and the one of the working tree. */
export async function readCores(releases: readonly ReleasedPackage[]): Promise<CoreRelease[]> {
  const released = releases
    .filter(({ name }) => name === '@bourse/core')
    .sort((left, right) => left.version.localeCompare(right.version, 'en', { numeric: true }));
  const cores = released.map(async (release) => {
    const { version, sha256 } = release;
    const folder = folderOf(sha256);
    unpackRelease(release, folder);
    return readCore(folder, { version, isReleased: true, digest: sha256 });
  });
  const digest = digestFiles(OWN, RUN);
  const own = readCore(stageCore(digest), { version: WORKING_TREE, isReleased: false, digest });
  return Promise.all([...cores, own]);
}

/** A copy of the working tree's core as it is built, which nobody builds anew meanwhile. */
function stageCore(digest: string): string {
  const folder = folderOf(digest);
  makeOnce(folder, (fresh) => {
    for (const path of globSync(RUN, { cwd: OWN })) cpSync(join(OWN, path), join(fresh, path));
  });
  return folder;
}

function folderOf(digest: string): string {
  return join(CACHE, 'cores', digest, 'node_modules', '@bourse', 'core');
}

async function readCore(
  folder: string,
  core: Pick<CoreRelease, 'version' | 'isReleased' | 'digest'>,
): Promise<CoreRelease> {
  const interfaces = pathToFileURL(join(folder, 'dist', 'interfaces', 'index.js')).href;
  const { SERVED_API_VERSIONS } = (await import(interfaces)) as { SERVED_API_VERSIONS: readonly string[] };
  const installed = dependenciesOf(folder);
  return {
    ...core,
    file: join(folder, 'dist', 'index.js'),
    contracts: SERVED_API_VERSIONS,
    digest: digestText(core.digest, ...installed.map(({ name, found }) => `${name} ${found}`)),
    strays: installed
      .filter(({ asked, found }) => asked !== found)
      .map(({ name, asked, found }) => `${name} ${found} in place of ${asked}`),
  };
}

/** What a core depends on, in the version that it asks for and in the one that it finds. */
function dependenciesOf(folder: string): { name: string; asked: string; found: string }[] {
  const { dependencies = {} } = readPackage(join(folder, 'package.json'));
  const { paths } = createRequire(join(folder, 'package.json')).resolve;
  return Object.entries(dependencies).map(([name, asked]) => {
    const places = (paths(name) ?? []).map((place) => join(place, name, 'package.json'));
    return { name, asked, found: firstVersion(places) ?? 'nothing' };
  });
}

function firstVersion(files: readonly string[]): string | undefined {
  for (const file of files) {
    try {
      return readPackage(file).version;
    } catch {
      // Not here: the next place is asked.
    }
  }
  return undefined;
}

function readPackage(file: string): { version: string; dependencies?: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync(file, 'utf8'));
}
