import { realpath } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { BuildError } from './build-error.js';
import { buildManifest } from './build-manifest.js';
import { BUNDLE_PATH, PluginBundler } from './bundle-plugin.js';
import { digestOf } from './digest.js';
import { evadeRefusals } from './evade-refusals.js';
import { finding } from './finding.js';
import { readSettingsSchema } from './read-settings-schema.js';
import { readSources } from './read-sources.js';
import { publishSourceMap } from './source-map.js';
import { refuseAbsent } from './refuse-absent.js';
import { refuseManifest } from './refuse-manifest.js';
import { writeFiles } from './write-files.js';

/** What a build made. */
export interface BuildResult {
  readonly name: string;
  readonly version: string;
  /** Digest of the built manifest: it stands for the plugin as a whole. */
  readonly digest: string;
  /** Sizes of the written files in bytes, by path. */
  readonly sizes: Readonly<Record<string, number>>;
}

const MAP_PATH = `${BUNDLE_PATH}.map`;
const MANIFEST_PATH = 'dist/manifest.json';

/**
 * Builds a plugin: one script that a cell can run, its source map and the manifest. The same sources give the same
 * bytes wherever the folder lies.
 *
 * @throws BuildError with findings; nothing has been written then.
 */
export async function buildPlugin(pluginFolder: string): Promise<BuildResult> {
  await using builder = await PluginBuilder.open(pluginFolder);
  return await builder.build();
}

/** Builds one plugin again and again, as {@link buildPlugin} does. */
export class PluginBuilder implements AsyncDisposable {
  readonly #folder: string;
  readonly #bundler: PluginBundler;

  private constructor(folder: string, bundler: PluginBundler) {
    this.#folder = folder;
    this.#bundler = bundler;
  }

  static async open(pluginFolder: string): Promise<PluginBuilder> {
    const folder = await realpath(pluginFolder).catch(() => resolve(pluginFolder));
    return new PluginBuilder(folder, await PluginBundler.open(folder));
  }

  /** @throws BuildError with findings; nothing has been written then. */
  async build(): Promise<BuildResult> {
    const folder = this.#folder;
    const sources = await readSources(folder);
    if (posix.normalize(sources.manifest.main) !== BUNDLE_PATH)
      throw new BuildError([wrongMain(sources.manifest.main)]);
    const [authored, script] = await Promise.all([this.#bundler.bundleForSettings(), this.#bundler.bundle()]);
    refuseAbsent(authored, folder);
    const settings = readSettingsSchema(authored, folder);
    const { code, map } = await evadeRefusals(script);
    const files = {
      [BUNDLE_PATH]: `${code.trimEnd()}\n//# sourceMappingURL=plugin.js.map\n`,
      [MAP_PATH]: publishSourceMap(JSON.parse(map), folder),
    };
    const manifest = await buildManifest({ ...sources, folder, settings, files });
    refuseManifest(manifest, folder);
    const written = { ...files, [MANIFEST_PATH]: manifest };
    await writeFiles(folder, written);
    const { name, version } = sources.packageFacts;
    return { name, version, digest: digestOf(manifest), sizes: sizesOf(written) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bundler[Symbol.asyncDispose]();
  }
}

function sizesOf(files: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.byteLength(text)]));
}

function wrongMain(main: string) {
  const place = { file: 'plugin.json', path: 'main' };
  return finding(
    'MANIFEST_INVALID',
    `"main": must be "./${BUNDLE_PATH}", was "${main}".`,
    place,
    `Write "./${BUNDLE_PATH}".`,
  );
}
