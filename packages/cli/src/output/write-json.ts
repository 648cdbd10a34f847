import { jsonChunks } from './json-chunks.js';
import type { OutputStream } from './output-stream.js';

/** Writes a value as JSON that ends with its line. */
export async function writeJson(value: unknown, output: OutputStream): Promise<void> {
  await output.write(jsonChunks(value));
  await output.write(['\n']);
}
