import { createContext, runInContext, type Context } from 'node:vm';
import { bundlePlugin } from '../../build/bundle-plugin.js';
import type { BrokerPlugin } from '../mock-host.js';
import { ABSENT_IN_CELLS, CELL_GLOBALS } from './cell-globals.js';
import { ContractViolation, demand } from './violation.js';

/**
 * The plugin as it is bundled, in a realm that has the globals of a cell and no others. It confines nothing; it shows
 * what a plugin leans on.
 */
export async function loadBare(folder: string): Promise<BrokerPlugin> {
  const { code } = await bundlePlugin(folder);
  const module: { exports: { default?: unknown } } = { exports: {} };
  const context = createContext(Object.assign(pickGlobals(), { module, exports: module.exports }), {
    codeGeneration: { strings: false, wasm: false },
  });
  for (const name of ABSENT_IN_CELLS) runInContext(`delete globalThis.${name}`, context);
  run(code, context);
  const plugin = module.exports.default;
  demand(isPlugin(plugin), 'the bundle exports no plugin as default');
  return plugin;
}

function run(code: string, context: Context): void {
  try {
    runInContext(code, context, { filename: 'dist/plugin.js' });
  } catch (error) {
    throw new ContractViolation(`the bundle cannot be loaded with the globals of a cell: ${String(error)}`);
  }
}

function pickGlobals(): Record<string, unknown> {
  return Object.fromEntries(CELL_GLOBALS.map((name) => [name, Reflect.get(globalThis, name)]));
}

function isPlugin(value: unknown): value is BrokerPlugin {
  return (
    typeof value === 'object' && value !== null && 'activate' in value && typeof value.activate === 'function'
  );
}
