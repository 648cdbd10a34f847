import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One event of `plugins dev --json`. */
export type DevRunEvent = { readonly event: string; readonly [member: string]: unknown };

/** A run of `plugins dev --json`, whose events are waited for one after the other. */
export class DevRun {
  readonly process: ChildProcessWithoutNullStreams;
  /** The events so far, for whoever looks why one does not come. */
  readonly #seen: string[] = [];
  readonly #lines: AsyncIterator<string>;
  readonly ended: Promise<number | null>;
  #complaints = '';

  constructor(child: ChildProcessWithoutNullStreams) {
    this.process = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text));
    this.ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  }

  /** The next event of a kind; those before it are passed over. */
  async next(event: string): Promise<DevRunEvent> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done === true)
        throw new Error(`it ended without "${event}": ${this.#seen.join('\n')}${this.#complaints}`);
      this.#seen.push(value);
      const parsed = JSON.parse(value) as DevRunEvent;
      if (parsed.event === event) return parsed;
    }
  }

  /** Ends it as Ctrl-C does. */
  async interrupt(): Promise<number | null> {
    this.process.kill('SIGINT');
    return await this.ended;
  }
}
