import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { QualityReport, RuleVerdict } from '@bourse/sdk/check';
import { ROOT } from '../../root.ts';
import type { Mutant } from './mutant.ts';

const SCAFFOLD = join(ROOT, 'packages', 'create-bourse-plugin', 'bin', 'create-bourse-plugin.js');
const COMMAND = join(ROOT, 'packages', 'sdk', 'bin', 'bourse-plugin.js');

/** The rule that measures time, which says little on a machine that runs other tests. */
const TIMED_RULE = 'BQ106';

/** Makes a plugin in a folder that is not there yet. */
export type MakePlugin = (folder: string) => void;

/** What `npm create bourse-plugin` makes of these words. */
export function newPlugin(words: readonly string[]): MakePlugin {
  return (folder) =>
    execFileSync(process.execPath, [SCAFFOLD, basename(folder), ...words, '--yes'], {
      cwd: dirname(folder),
      stdio: 'ignore',
    });
}

/** A plugin of the repository. */
export function copyOfPlugin(name: string): MakePlugin {
  return (folder) =>
    cpSync(join(ROOT, 'plugins', name), folder, {
      recursive: true,
      filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
    });
}

/** A plugin as its author has it, and mutants of it. */
export class Scaffold implements Disposable {
  readonly folder: string;
  readonly #work = mkdtempSync(join(realpathSync(tmpdir()), 'bourse-mutants-'));

  constructor(make: MakePlugin) {
    this.folder = join(this.#work, 'acme');
    make(this.folder);
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Says what the template leaves to its author. */
  fillIn(): void {
    for (const file of ['plugin.json', 'README.md']) {
      const path = join(this.folder, file);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('Say here', 'In its settings one finds'));
    }
  }

  /** The rules that a mutant breaks, but the one that measures time. */
  async brokenBy({ file, edit, also }: Mutant): Promise<RuleVerdict[]> {
    const folder = mkdtempSync(join(this.#work, 'mutant-'));
    cpSync(this.folder, folder, { recursive: true });
    const path = join(folder, file);
    if (edit === undefined) rmSync(path);
    for (const [from, to] of [edit, also].filter((each) => each !== undefined)) {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    }
    const { rules } = await check(folder);
    return rules.filter(({ code, outcome }) => outcome === 'broken' && code !== TIMED_RULE);
  }

  [Symbol.dispose](): void {
    rmSync(this.#work, { recursive: true, force: true });
  }
}

/** Checks a plugin as its author would. */
export async function check(folder: string): Promise<QualityReport> {
  const args = [COMMAND, 'check', folder, '--json'];
  // Below the level that is asked for, the command prints the report all the same.
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: { stdout?: string }) => {
    if (error.stdout !== undefined && error.stdout !== '') return { stdout: error.stdout };
    throw error;
  });
  return JSON.parse(stdout) as QualityReport;
}
