import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInside } from './run-inside.js';

const COMMAND = fileURLToPath(new URL('../bin/bourse.js', import.meta.url));

/** What a run of the command has left. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A place to run the published command in: a data folder, a folder of plugins and a folder of files, all of its own. */
export class Place implements Disposable {
  readonly folder = mkdtempSync(join(realpathSync(tmpdir()), 'bourse-cli-'));
  readonly home = join(this.folder, 'home');
  readonly plugins = join(this.folder, 'plugins');
  readonly files = join(this.folder, 'files');

  constructor() {
    mkdirSync(this.plugins);
    mkdirSync(this.files);
  }

  /** Writes a file for the command to read and returns its name. */
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.files, name), content);
    return name;
  }

  run(words: readonly string[], variables: Readonly<Record<string, string>> = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
      ...this.#settings(variables),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, stdout, stderr };
  }

  /** Runs a command with `--json` and parses what it writes. */
  json(
    words: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): { readonly status: number | null; readonly answer: unknown } {
    const { status, stdout } = this.run([...words, '--json'], variables);
    return { status, answer: JSON.parse(stdout) };
  }

  /** Runs a command in this process. */
  tell(words: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const { cwd, env } = this.#settings(variables);
    return runInside(words, env, cwd);
  }

  /** Like {@link tell}, with `--json`. */
  async ask(
    words: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number | null; readonly answer: unknown }> {
    const { status, stdout } = await this.tell([...words, '--json'], variables);
    return { status, answer: JSON.parse(stdout) };
  }

  start(
    words: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [COMMAND, ...words], this.#settings(variables));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #settings(variables: Readonly<Record<string, string>>) {
    const { PATH = '' } = process.env;
    return {
      cwd: this.files,
      env: { PATH, HOME: this.folder, BOURSE_HOME: this.home, BOURSE_PLUGINS: this.plugins, ...variables },
    };
  }
}
