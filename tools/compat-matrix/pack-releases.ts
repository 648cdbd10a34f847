// `npm run release:pack`: packs every package whose version is not kept yet, from a clean clone of the last commit, and
// records what each plugin makes of its fixtures and its emulator.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { recordReleased } from './record-released.ts';
import { readReleaseIndex, RELEASES, writeReleaseIndex } from './release-index.ts';
import type { ReleasedPackage } from './released-package.ts';

/** What runs a plugin somewhere else: the contract's host, the tools of authors, and the plugins. */
const KEPT = [
  'packages/core',
  'packages/sdk',
  ...readdirSync(join(ROOT, 'plugins'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `plugins/${name}`),
];

const clone = mkdtempSync(join(tmpdir(), 'bourse-release-'));
try {
  run(ROOT, 'git', ['clone', '--quiet', ROOT, clone]);
  const commit = run(clone, 'git', ['rev-parse', 'HEAD']).trim();
  run(clone, 'npm', ['run', '--silent', 'bourse', '--', '--version']);
  mkdirSync(RELEASES, { recursive: true });
  const kept = existsSync(join(RELEASES, 'index.json')) ? readReleaseIndex() : [];
  const fresh = KEPT.flatMap((folder) => pack(join(clone, folder), commit, kept));
  writeReleaseIndex([...kept, ...fresh]);
  for (const { file } of fresh) console.log(`packed ${file}`);
  for (const file of await recordReleased()) console.log(`recorded ${file}`);
  if (fresh.length > 0) console.log('docs/compatibility.md is made of these: npm run matrix');
  if (fresh.length === 0) console.log('every version is kept already');
} finally {
  rmSync(clone, { recursive: true, force: true });
}

function pack(folder: string, commit: string, kept: readonly ReleasedPackage[]): ReleasedPackage[] {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  if (kept.some((release) => release.name === name && release.version === version)) return [];
  const [packed] = JSON.parse(run(folder, 'npm', ['pack', '--json', '--silent'])) as { filename: string }[];
  if (packed === undefined) throw new Error(`npm packed nothing in ${folder}`);
  const file = packed.filename;
  copyFileSync(join(folder, file), join(RELEASES, file));
  const sha256 = createHash('sha256')
    .update(readFileSync(join(RELEASES, file)))
    .digest('hex');
  return [{ name, version, file, sha256, commit }];
}

function run(cwd: string, command: string, args: string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
