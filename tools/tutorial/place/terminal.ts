import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { CommandError } from '../../copy-test/place/command.ts';
import { findMissingLines } from '../../docs/guide/write-script.ts';

/** Something that runs in another terminal until the reader ends it. */
export class Terminal {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** Since the reader has seen what he waited for. */
  #printed = '';
  #look: () => void = () => undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, 'close').then(() => this.#look());
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#printed += text;
      this.#look();
    });
  }

  /** Waits until all these lines were printed in their order. @throws CommandError where it ends without them */
  async waitFor(lines: string): Promise<string> {
    for (;;) {
      const missing = findMissingLines(lines, this.#printed);
      if (missing.length === 0) break;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new CommandError(`it ended without "${missing.join('", "')}"\n${this.#printed.trim()}`);
      await new Promise<void>((resolve) => (this.#look = resolve));
    }
    const seen = this.#printed;
    this.#printed = '';
    return seen;
  }

  /** Ctrl-C. */
  async end(): Promise<void> {
    if (this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null)
      process.kill(-this.#child.pid, 'SIGINT');
    await this.#ended;
  }
}
