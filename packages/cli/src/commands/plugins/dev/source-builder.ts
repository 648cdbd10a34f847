import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Finding } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { findTool } from './find-tool.js';
import { toolVariables } from './tool-variables.js';

/** How long one build may take, in milliseconds: the author's own code is evaluated in it. */
const BUILD_MS = 60_000;

/** How a build ended. */
export interface SourceBuild {
  /** Of the built manifest; absent where nothing was built. */
  readonly digest?: string;
  readonly findings: readonly Finding[];
}

type Builder = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Builds a plugin with the sdk that is installed beside it, in a process of its own: the author's code is evaluated there,
 * and not where credentials are.
 */
export class SourceBuilder implements Disposable {
  readonly #folder: string;
  readonly #script: string;
  readonly #onText: (text: string) => void;
  #process: Builder | undefined;

  /**
   * @param onText Told the lines that the plugin's code prints while it is built.
   * @throws ProblemError NOT_FOUND where the sdk is not installed
   */
  constructor(folder: string, onText: (text: string) => void) {
    this.#folder = folder;
    this.#script = findTool(folder, '@bourse/sdk', 'bourse-plugin') ?? noBuilder(folder);
    this.#onText = onText;
  }

  /** @throws ProblemError PLUGIN_FAILED, CALL_TIMEOUT where the build ends without a result */
  async build(signal: AbortSignal): Promise<SourceBuild> {
    const builder = (this.#process ??= this.#start());
    const timeout = AbortSignal.timeout(BUILD_MS);
    try {
      const build = await this.#ask(builder, AbortSignal.any([signal, timeout]));
      if (build !== undefined) return build;
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
    this[Symbol.dispose]();
    signal.throwIfAborted();
    throw withoutResult(timeout.aborted);
  }

  [Symbol.dispose](): void {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  #start(): Builder {
    // In a group of its own, so that Ctrl-C reaches this process alone.
    const builder = spawn(process.execPath, [this.#script, 'builder', this.#folder], {
      cwd: this.#folder,
      env: toolVariables(),
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
      windowsHide: true,
    });
    // Whether it is still there shows in what it answers.
    builder.stdin.on('error', () => undefined);
    builder.once('exit', () => {
      if (this.#process === builder) this.#process = undefined;
    });
    return builder;
  }

  async #ask(builder: Builder, signal: AbortSignal): Promise<SourceBuild | undefined> {
    const lines = createInterface({ input: builder.stdout, signal });
    builder.stdin.write('\n');
    try {
      for await (const line of lines) {
        const build = parseBuild(line);
        if (build !== undefined) return build;
        this.#onText(line);
      }
    } finally {
      lines.close();
    }
    return undefined;
  }
}

function noBuilder(folder: string): never {
  throw new ProblemError({
    code: 'NOT_FOUND',
    message: 'The folder has no package "@bourse/sdk", which builds plugins.',
    remedy: 'Install it there: npm install --save-dev @bourse/sdk',
    place: { file: folder },
  });
}

function withoutResult(isTooLong: boolean): ProblemError {
  return isTooLong
    ? new ProblemError({
        code: 'CALL_TIMEOUT',
        message: `The build was given up after ${BUILD_MS / 1000} seconds.`,
        remedy: 'Look for a loop in what the sources do when they are loaded.',
      })
    : new ProblemError({
        code: 'PLUGIN_FAILED',
        message: 'The build ended without a result.',
        remedy: 'Try "bourse-plugin build". An sdk before 1.1 cannot build again and again.',
      });
}

function parseBuild(line: string): SourceBuild | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isBuild(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBuild(value: unknown): value is SourceBuild {
  return value instanceof Object && 'findings' in value && Array.isArray(value.findings);
}
