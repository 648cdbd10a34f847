import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import type { Envelope, Reply } from './messages.ts';

/** Characters kept of what it writes to its terminal, and told to those who wait when it ends. */
const OUTPUT_KEPT = 1_000_000;
const LAST_WORDS = 500;

/** The observer's end of a process that may die, and that answers what it is asked over the IPC channel. */
export class ObservedProcess<Request extends object> {
  /** How it ended: a signal or an exit code. */
  readonly ended: Promise<string>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastNumber = 0;
  #output = '';
  #end: string | undefined;

  constructor(program: string, options: ForkOptions) {
    this.#child = fork(program, [], { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    this.#child.on('message', (message) => this.#settle(message as Reply));
    this.ended = new Promise((resolve) => {
      // 'close' comes after the last of what it wrote.
      this.#child.once('close', (code, signal) => resolve(this.#finish(signal ?? `exit code ${code}`)));
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
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) return reject(new Error(`the host ended: ${this.#end}`));
      this.#waiting.set(number, { resolve, reject });
      this.#child.send({ number, request } satisfies Envelope<Request>, (error) => {
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

  #settle({ number, value, error }: Reply): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }

  #finish(how: string): string {
    this.#end = how;
    const last = this.#output.trim().slice(-LAST_WORDS);
    for (const { reject } of this.#waiting.values()) reject(new Error(`the host ended: ${how} ${last}`));
    this.#waiting.clear();
    return how;
  }
}
