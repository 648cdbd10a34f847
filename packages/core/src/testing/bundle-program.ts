import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** Makes one file of a program in TypeScript, which a test then runs in a process of its own. */
export async function bundleProgram(source: URL, outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    tsconfigRaw: {},
  });
}
