import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Emulator } from './define-emulator.js';

/**
 * Loads the emulator that a TypeScript file exports under the name `emulator`.
 * @throws TypeError where it exports none
 */
export async function loadEmulator(file: string): Promise<Emulator<unknown, unknown>> {
  const hooks = resolveSources();
  try {
    const { emulator }: { emulator?: unknown } = await import(pathToFileURL(file).href);
    if (isEmulator(emulator)) return emulator;
    throw new TypeError(`${file} exports no "emulator" made with defineEmulator`);
  } finally {
    hooks.deregister();
  }
}

/** Plugins import their own sources as `./x.js`, which is what they would be called once they are built. */
function resolveSources(): { deregister(): void } {
  return registerHooks({
    resolve(specifier, context, nextResolve) {
      const source = sourceOf(specifier, context.parentURL);
      return nextResolve(source ?? specifier, context);
    },
  });
}

function sourceOf(specifier: string, parent: string | undefined): string | undefined {
  if (parent?.endsWith('.ts') !== true || !/^\.{1,2}\/.*\.js$/.test(specifier)) return undefined;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(fileURLToPath(source)) ? source.href : undefined;
}

function isEmulator(value: unknown): value is Emulator<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'function';
}
