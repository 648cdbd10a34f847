import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QualityReport } from '@bourse/sdk/check';
import { ROOT } from '../root.ts';

const BIN = join(ROOT, 'packages', 'sdk', 'bin', 'bourse-plugin.js');

/** What a check of one plugin prints. */
export type PluginVerdict = QualityReport & { readonly ok: boolean };

/** The ids of the plugins of this repository. */
export function listPlugins(): string[] {
  const folder = join(ROOT, 'plugins');
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'plugin.json')));
}

/** Checks a plugin as its author would, in a process of its own; it has to be gold. */
export async function checkOne(id: string): Promise<PluginVerdict> {
  const args = [BIN, 'check', join(ROOT, 'plugins', id), '--level', 'gold', '--json'];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(`The check of ${id} failed: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
  return JSON.parse(output) as PluginVerdict;
}
