import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import type { HostProcess } from '../src/host-process.js';
import { run } from '../src/run.js';
import type { Outcome } from './bourse.js';

/** Runs a command in this process, which costs a tenth of another one; plugins have processes of their own even so. */
export async function runInside(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  folder = '/',
): Promise<Outcome> {
  const [stdout, stderr] = [new Recorder(), new Recorder()];
  const host = Object.assign(new EventEmitter(), { stdin: {}, stdout, stderr, env, cwd: () => folder });
  const status = await run(words, host as unknown as HostProcess);
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** A stream that nobody looks at. */
class Recorder extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
