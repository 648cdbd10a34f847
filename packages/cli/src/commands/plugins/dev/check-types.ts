import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findTool } from './find-tool.js';
import { toolVariables } from './tool-variables.js';

/** Something that the compiler says of the types. */
export interface TypeFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** For example `TS2322`. */
  readonly code: string;
  readonly message: string;
}

const FINDING = /^(.+)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/**
 * Asks the compiler that is installed beside a plugin about its types.
 *
 * @param stateFile Where the compiler keeps what it knows already.
 * @returns Undefined where there is no compiler, no tsconfig.json, or the signal came first.
 */
export async function checkTypes(
  folder: string,
  stateFile: string,
  signal: AbortSignal,
): Promise<TypeFinding[] | undefined> {
  const compiler = findTool(folder, 'typescript', 'tsc');
  if (compiler === undefined || !existsSync(join(folder, 'tsconfig.json'))) return undefined;
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', stateFile, '--pretty', 'false'];
  const child = spawn(process.execPath, [compiler, '-p', folder, ...options], {
    cwd: folder,
    env: toolVariables(),
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
    windowsHide: true,
  });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    const output = await text(child.stdout);
    return signal.aborted ? undefined : output.split('\n').flatMap(parseLine);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function parseLine(line: string): TypeFinding[] {
  const [, file, row, column, code, message] = FINDING.exec(line.trimEnd()) ?? [];
  if (file === undefined || code === undefined || message === undefined) return [];
  return [{ file, line: Number(row), column: Number(column), code, message }];
}
