import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Edit } from '../attack.ts';
import type { Scene } from '../scene/scene.ts';
import type { Reply, Request } from './messages.ts';

const LOOSEN = join(import.meta.dirname, 'loosen.ts');
const MAIN = join(import.meta.dirname, 'main.ts');

/** Characters kept of what the host writes to its terminal. */
const OUTPUT_KEPT = 1_000_000;

/** Flags and environment of a process whose built code is edited as it is loaded. */
export function loosened(edits: Readonly<Record<string, readonly Edit[]>>, variables: NodeJS.ProcessEnv) {
  return {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', LOOSEN],
    env: { PATH: process.env['PATH'], BOURSE_SECURITY_EDITS: JSON.stringify(edits), ...variables },
  };
}

/** The observer's end of a host that is attacked: a process of its own, which may die. */
export class HostProcess {
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastId = 0;
  #output = '';
  #end: string | undefined;

  constructor(scene: Scene, edits: Readonly<Record<string, readonly Edit[]>>) {
    this.#child = fork(MAIN, [], {
      ...loosened(edits, { SECRET: scene.secret }),
      cwd: scene.folder,
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    this.#child.on('message', (message) => this.#settle(message as Reply));
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => resolve(this.#finish(signal ?? `exit code ${code}`)));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** How it ended; undefined while it lives. */
  get end(): string | undefined {
    return this.#end;
  }

  /** What it wrote to its terminal. */
  get output(): string {
    return this.#output;
  }

  ask(request: Request): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      if (this.#end !== undefined) return reject(new Error(`the host ended: ${this.#end}`));
      this.#child.send({ id, ...request }, (error) => {
        if (error !== null) reject(error);
      });
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #keep(text: string): void {
    this.#output = (this.#output + text).slice(-OUTPUT_KEPT);
  }

  #settle({ id, value, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }

  #finish(how: string): string {
    this.#end = how;
    for (const { reject } of this.#waiting.values()) reject(new Error(`the host ended: ${how}`));
    return how;
  }
}
