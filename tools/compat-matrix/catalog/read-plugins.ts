import { cpSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pluginFolders } from '../../bootstrap/plugin-folders.mjs';
import { ROOT } from '../../root.ts';
import { RELEASES } from '../release-index.ts';
import type { ReleasedPackage } from '../released-package.ts';
import { recordSuite, type RecordJob } from '../suite/record-job.ts';
import { STATEMENT_FOLDERS } from '../suite/statement-inputs.ts';
import { readSuite, suiteFileOf } from '../suite/suite-files.ts';
import type { CoreRelease } from './core-release.ts';
import { digestFiles, digestText } from './digest-files.ts';
import { CACHE } from './folders.ts';
import { makeOnce } from './make-once.ts';
import type { PluginRow, SuiteInputs } from './plugin-row.ts';
import { cached } from './results-cache.ts';
import { RUNNER_DIGEST } from './runner-digest.ts';
import { unpackRelease } from './unpack-release.ts';

type Limited = <Result>(work: () => Promise<Result>) => Promise<Result>;

const PACKED = ['package.json', 'plugin.json', 'dist/*'];

/** Every released plugin version that is kept. */
export function readReleasedPlugins(releases: readonly ReleasedPackage[]): PluginRow[] {
  return releases
    .filter(({ name }) => name.startsWith('@bourse/plugin-'))
    .map((release) => {
      const { name, file, sha256 } = release;
      const id = name.replace('@bourse/plugin-', '');
      const plugins = join(CACHE, 'plugins', sha256);
      unpackRelease(release, join(plugins, id));
      const suite = readSuite(join(RELEASES, suiteFileOf(file)));
      if (suite === undefined) throw withoutSuite(file);
      const { now, items, expected } = suite;
      const manifest = readManifest(join(plugins, id));
      return {
        ...manifest,
        isReleased: true,
        digest: sha256,
        plugins,
        inputs: { now, items },
        recorded: expected,
      };
    });
}

function withoutSuite(archive: string): Error {
  const place = relative(ROOT, join(RELEASES, suiteFileOf(archive)));
  return new Error(
    `${archive} has no recorded suite. Bring it back: git restore ${place}. For a new release record it: npm run release:pack`,
  );
}

/**
 * The plugins of the working tree, as they are built, each with inputs recorded on the core of the working tree.
 *
 * @param limited Lets few be recorded at the same time.
 */
export function readOwnPlugins(core: CoreRelease, limited: Limited): Promise<PluginRow[]> {
  return Promise.all(
    pluginFolders(ROOT).map(async (folder) => {
      const source = join(ROOT, folder);
      const { digest, plugins } = stage(source);
      const manifest = readManifest(join(plugins, manifestOf(source).id));
      const inputs = await limited(() => recordOnce(core, { ...manifest, plugins, source, digest }));
      return { ...manifest, isReleased: false, digest, plugins, inputs };
    }),
  );
}

/** Inputs are recorded anew when the plugin, what it is given, or what records them changes. */
function recordOnce(
  core: CoreRelease,
  { id, version, plugins, source, digest }: Omit<RecordJob, 'core'> & { readonly digest: string },
): Promise<SuiteInputs> {
  const given = digestFiles(
    source,
    [...STATEMENT_FOLDERS, 'emulator'].map((name) => `${name}/**/*.*`),
  );
  const recorder = digestFiles(dirname(core.file), RECORDING);
  return cached('suites', digestText(digest, given, recorder, RUNNER_DIGEST), async () => {
    const { now, items } = await recordSuite({ core: core.file, id, version, plugins, source });
    return { now, items };
  });
}

/** The rooms of a core that what is recorded goes through. */
const RECORDING = ['cassette/*.js', 'gateway/**/*.js'];

/** What of a built plugin would be packed, copied where nobody builds it anew meanwhile. */
function stage(source: string): { digest: string; plugins: string } {
  const digest = digestFiles(source, PACKED);
  const plugins = join(CACHE, 'plugins', digest);
  makeOnce(plugins, (fresh) => {
    for (const path of globSync(PACKED, { cwd: source }))
      cpSync(join(source, path), join(fresh, manifestOf(source).id, path));
  });
  return { digest, plugins };
}

function readManifest(folder: string): Pick<PluginRow, 'id' | 'name' | 'version' | 'builtWith' | 'api'> {
  const { id, name, version, builtWith = 'unknown', api } = manifestOf(folder);
  return { id, name, version, builtWith, api };
}

function manifestOf(folder: string): Pick<PluginRow, 'id' | 'name' | 'version' | 'api'> & {
  builtWith?: string;
} {
  return JSON.parse(readFileSync(join(folder, 'dist', 'manifest.json'), 'utf8'));
}
