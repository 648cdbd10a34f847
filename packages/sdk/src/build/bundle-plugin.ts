import { context, type BuildContext, type BuildFailure, type BuildOptions, type Message } from 'esbuild';
import { MARKED_GLOBALS } from './absent-globals.js';
import { BuildError } from './build-error.js';
import { refuseNode } from './esbuild/refuse-node.js';
import { plainSources } from './esbuild/plain-sources.js';
import { withoutSettings } from './esbuild/without-settings.js';
import { finding, type Finding } from './finding.js';

/** A script and its source map, as esbuild made them. */
export interface Bundle {
  readonly code: string;
  /** JSON. */
  readonly map: string;
}

/** What settings are written with. It is large, and no part of any bundle. */
export const SCHEMA_PACKAGE = 'zod';

/** Where the bundle is put, below the folder of the plugin. */
export const BUNDLE_PATH = 'dist/plugin.js';

/** Bundles a plugin once, as {@link PluginBundler} does. */
export async function bundlePlugin(folder: string): Promise<Bundle> {
  await using bundler = await PluginBundler.open(folder);
  return await bundler.bundle();
}

/** Bundles one plugin as often as it is asked to; what has not changed meanwhile is not parsed anew. */
export class PluginBundler implements AsyncDisposable {
  readonly #script: BuildContext;
  readonly #authored: BuildContext;

  private constructor(script: BuildContext, authored: BuildContext) {
    this.#script = script;
    this.#authored = authored;
  }

  static async open(folder: string): Promise<PluginBundler> {
    const plugins = [refuseNode, withoutSettings(folder), plainSources(folder)];
    const common = { ...options(folder), sourcemap: 'external' } as const;
    return new PluginBundler(
      await context({ ...common, plugins, minify: true }),
      await context({
        ...common,
        define: { ...common.define, ...MARKED_GLOBALS },
        plugins: [refuseNode],
        external: [SCHEMA_PACKAGE],
      }),
    );
  }

  /** The one script that a cell runs: CommonJS, without the settings schema. @throws BuildError */
  bundle(): Promise<Bundle> {
    return run(this.#script);
  }

  /**
   * The plugin as the author wrote it, to ask it for its settings schema; it requires zod. Globals that no cell has are
   * marked. @throws BuildError
   */
  bundleForSettings(): Promise<Bundle> {
    return run(this.#authored);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#script.dispose();
    await this.#authored.dispose();
  }
}

type OutputFile = { readonly path: string; readonly text: string };

/** Nothing here depends on the place of the folder or on its tsconfig, so that a copy gives the same bytes. */
function options(folder: string): BuildOptions {
  return {
    absWorkingDir: folder,
    entryPoints: ['src/index.ts'],
    outfile: BUNDLE_PATH,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2024',
    mainFields: ['module', 'main'],
    nodePaths: [],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
    legalComments: 'none',
    logLevel: 'silent',
  };
}

async function run(build: BuildContext): Promise<Bundle> {
  try {
    const { outputFiles = [] } = await build.rebuild();
    return { code: textOf(outputFiles, '.js'), map: textOf(outputFiles, '.map') };
  } catch (error) {
    if (isBuildFailure(error)) throw new BuildError(error.errors.map(toFinding));
    throw error;
  }
}

function textOf(files: readonly OutputFile[], ending: string): string {
  return files.find(({ path }) => path.endsWith(ending))?.text ?? '';
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}

function toFinding({ text, location, pluginName }: Message): Finding {
  const place =
    location === null ? {} : { file: location.file, line: location.line, column: location.column + 1 };
  const isRefused = pluginName === refuseNode.name;
  return isRefused
    ? finding('SYNTAX_REFUSED', text, place, 'Use what every cell has, or a package that needs no Node.')
    : finding('SYNTAX_INVALID', `${text}.`, place, remedyOf(text));
}

/** A package that is not found is rather not installed than misspelled. */
function remedyOf(text: string): string {
  const [, name] = /^Could not resolve "([^"]+)"$/.exec(text) ?? [];
  if (name === undefined || name.startsWith('.')) return 'Mend the source.';
  return 'Run "npm install"; a package that package.json does not name yet belongs into its devDependencies.';
}
