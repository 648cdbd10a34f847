import { build, type BuildFailure, type BuildOptions, type Message } from 'esbuild';
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

/** Where the bundle is put, below the folder of the plugin. */
export const BUNDLE_PATH = 'dist/plugin.js';

/** Bundles the plugin into the one script that a cell runs: CommonJS, without the settings schema. */
export async function bundlePlugin(folder: string): Promise<Bundle> {
  const plugins = [refuseNode, withoutSettings(folder), plainSources(folder)];
  const files = await run({ ...options(folder), plugins, minify: true, sourcemap: 'external' });
  return { code: textOf(files, '.js'), map: textOf(files, '.map') };
}

/** Bundles the plugin as the author wrote it, to ask it for its settings schema. */
export async function bundleForSettings(folder: string): Promise<string> {
  return textOf(await run({ ...options(folder), plugins: [refuseNode] }), '.js');
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

async function run(buildOptions: BuildOptions): Promise<readonly OutputFile[]> {
  try {
    const { outputFiles = [] } = await build(buildOptions);
    return outputFiles;
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
    : finding('SYNTAX_INVALID', `${text}.`, place, 'Mend the source.');
}
