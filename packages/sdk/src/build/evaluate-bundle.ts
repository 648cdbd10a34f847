import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { BuildError } from './build-error.js';
import { SCHEMA_PACKAGE, type Bundle } from './bundle-plugin.js';
import { finding } from './finding.js';
import { reasonOf } from './reason-of.js';

/** Name of the script in stacks. */
const SCRIPT = 'authored-plugin.js';

/** Lines that the engine puts before the body of a function made of text. */
const LINES_BEFORE = 2;

/** Frames of the script itself. */
const FRAME = new RegExp(`${SCRIPT}:(\\d+):(\\d+)`, 'g');

/**
 * Evaluates the author's own code, as any build does; nothing of it is called. It stays in this realm, since zod keeps
 * titles and descriptions in a registry of the realm.
 *
 * @param folder The folder of the plugin, whose zod is the one that the script requires.
 * @returns What the script exports.
 * @throws BuildError with the place in the source
 */
export function evaluateBundle({ code, map }: Bundle, folder: string): { readonly default?: unknown } {
  const module: { exports: { default?: unknown } } = { exports: {} };
  try {
    const evaluate = new Function('module', 'exports', 'require', `${code}\n//# sourceURL=${SCRIPT}`);
    evaluate(module, module.exports, requireSchemas(folder));
  } catch (error) {
    const place = placeOf(error, map) ?? { file: 'src/index.ts' };
    const message = `The script fails when it is loaded: ${reasonOf(error)}.`;
    throw new BuildError([finding('PLUGIN_FAILED', message, place, 'Mend the source.')]);
  }
  return module.exports;
}

/** Gives a script zod and nothing else. */
function requireSchemas(folder: string): (name: string) => unknown {
  const require = createRequire(join(folder, 'src', 'index.ts'));
  return (name) => {
    if (name === SCHEMA_PACKAGE || name.startsWith(`${SCHEMA_PACKAGE}/`)) return require(name);
    throw new Error(`A cell has no module "${name}"`);
  };
}

/** Where in the plugin's own sources an error was thrown. */
function placeOf(error: unknown, map: string): { file: string; line: number; column: number } | undefined {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : '';
  const positions = new SourceMap(JSON.parse(map) as SourceMapPayload);
  for (const [, line, column] of stack.matchAll(FRAME)) {
    const entry = positions.findEntry(Number(line) - 1 - LINES_BEFORE, Number(column) - 1);
    if (!('originalSource' in entry) || entry.originalSource.includes('node_modules')) continue;
    const { originalSource, originalLine, originalColumn } = entry;
    return {
      file: originalSource.replace(/^\.\.\//, ''),
      line: originalLine + 1,
      column: originalColumn + 1,
    };
  }
  return undefined;
}
