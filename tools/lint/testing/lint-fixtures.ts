import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../root.ts';

const run = promisify(execFile);
const SHARED = ['eslint.config.mjs', 'nx.json', 'package-lock.json', 'tsconfig.base.json', 'tools/lint'];

export interface Finding {
  readonly file: string;
  readonly rule: string | null;
  readonly message: string;
  readonly severity: 1 | 2;
}

/** A small workspace whose every file breaks one rule (or none), with this repository's own lint configuration. */
export class FixtureWorkspace implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'bourse-lint-'));

  constructor() {
    cpSync(join(import.meta.dirname, '..', 'fixtures', 'workspace'), this.folder, { recursive: true });
    for (const path of SHARED)
      cpSync(join(ROOT, path), join(this.folder, path), { recursive: true, filter: isNoFixture });
    this.#linkModules();
  }

  /** Everything installed here but our own packages, which have the fixtures' names. */
  #linkModules(): void {
    const modules = join(this.folder, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (name !== '@bourse') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
  }

  write(path: string, content: string): void {
    writeFileSync(join(this.folder, path), content);
  }

  async computeGraph(): Promise<void> {
    await this.#run('nx', ['graph', '--file=graph.json']);
  }

  /** @returns what ESLint prints, whatever it thinks of the files */
  async lint(...args: string[]): Promise<string> {
    return this.#run('eslint', args).catch((error: { stdout: string }) => error.stdout);
  }

  async findings(): Promise<Finding[]> {
    const files: unknown = JSON.parse(await this.lint('packages', 'plugins', 'tools/*.ts', '--format=json'));
    return (files as EslintFile[]).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message, severity }) => ({
        file: relative(this.folder, filePath),
        rule: ruleId,
        message,
        severity,
      })),
    );
  }

  async #run(command: string, args: readonly string[]): Promise<string> {
    const file = join(this.folder, 'node_modules', '.bin', command);
    const env = { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NODE_OPTIONS: '' };
    const { stdout } = await run(file, args, { cwd: this.folder, env, maxBuffer: 1e8 });
    return stdout;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isNoFixture(path: string): boolean {
  return basename(path) !== 'fixtures';
}

interface EslintFile {
  readonly filePath: string;
  readonly messages: readonly { ruleId: string | null; message: string; severity: 1 | 2 }[];
}
