import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCores } from './catalog/read-cores.ts';
import { CACHE } from './catalog/folders.ts';
import { unpack } from './catalog/unpack.ts';
import { ROOT } from '../root.ts';
import { readReleaseIndex, RELEASES } from './release-index.ts';
import type { ReleasedPackage } from './released-package.ts';
import { recordSuite } from './suite/record-job.ts';
import { suiteFileOf, writeSuite } from './suite/suite-files.ts';

/** Where sources of a release are looked into; Node takes no TypeScript below node_modules. */
const SOURCES = join(ROOT, 'dist', 'released-sources');

/**
 * Records the suite of every kept plugin version that has none: on the core that was packed from the same commit, else on
 * the newest, from the demo files, fixtures and emulator of that commit.
 *
 * @returns The files that were written.
 */
export async function recordReleased(): Promise<string[]> {
  const releases = readReleaseIndex();
  const lacking = releases.filter(
    ({ name, file }) => name.startsWith('@bourse/plugin-') && !existsSync(join(RELEASES, suiteFileOf(file))),
  );
  if (lacking.length === 0) return [];
  const cores = await readCores(releases);
  const written = [];
  for (const release of lacking) {
    const packed = releases.find(({ name, commit }) => name === '@bourse/core' && commit === release.commit);
    const core =
      cores.find(({ version }) => version === packed?.version) ??
      cores.findLast(({ isReleased }) => isReleased);
    if (core === undefined) throw new Error('No core is kept on which a suite could be recorded.');
    written.push(await recordRelease(release, core.file));
  }
  return written;
}

async function recordRelease(
  { name, version, file, sha256, commit }: ReleasedPackage,
  core: string,
): Promise<string> {
  const id = name.replace('@bourse/plugin-', '');
  const plugins = join(CACHE, 'plugins', sha256);
  unpack(join(RELEASES, file), join(plugins, id));
  const source = join(SOURCES, commit);
  mkdirSync(source, { recursive: true });
  try {
    const archive = execFileSync('git', ['archive', commit, `plugins/${id}`], {
      cwd: ROOT,
      maxBuffer: 256 * 1024 * 1024,
    });
    execFileSync('tar', ['-x', '-C', source], { input: archive });
    const job = { core, plugins, id, version, source: join(source, 'plugins', id) };
    writeSuite(join(RELEASES, suiteFileOf(file)), await recordSuite(job));
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
  return suiteFileOf(file);
}
