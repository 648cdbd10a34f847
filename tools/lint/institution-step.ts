import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolders } from '../bootstrap/plugin-folders.mjs';
import { runCommand } from '../bootstrap/run-command.mjs';
import { ROOT } from '../root.ts';
import type { Step } from '../steps/step.ts';
import { institutionsNamedIn, namesOf } from './institution-names.ts';

/** packages/ name no institution; the names are those of the plugins that are here, so that no list of them is needed. */
export const institutionStep: Step = {
  name: 'packages/ name no institution',
  async run() {
    const names = pluginFolders(ROOT).flatMap((folder) =>
      namesOf(readJson(folder, 'plugin.json'), readJson(folder, 'package.json')),
    );
    const listing = await runCommand(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', 'packages'],
      { cwd: ROOT },
    );
    if (!listing.ok) return listing;
    const findings = listing.output.split('\n').flatMap((path) => findingsIn(path, names));
    return { ok: findings.length === 0, output: findings.join('\n') };
  },
};

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, folder, file), 'utf8'));
}

function findingsIn(path: string, names: readonly string[]): string[] {
  const content = readFileSync(join(ROOT, path), 'utf8');
  return institutionsNamedIn(`${path}\n${content}`, names).map(
    ({ name, line }) =>
      `${path}:${line === 0 ? 'its name' : line}: names "${name}". Packages know institutions only through their plugins' manifests; use "Acme" in examples and tests.`,
  );
}
