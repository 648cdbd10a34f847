import { setTimeout as wait } from 'node:timers/promises';
import { childrenOf, rssOf } from '../../security/watch/process-table.ts';

const LOOK_MS = 20;

/** The most memory that a process and any of its children have had in RAM, in bytes. */
export class MemoryWatch {
  readonly #pid: number;
  #stopped = false;
  #own = 0;
  #child = 0;

  constructor(pid: number) {
    this.#pid = pid;
    void this.#look();
  }

  get own(): number {
    return this.#own;
  }

  get child(): number {
    return this.#child;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #look(): Promise<void> {
    while (!this.#stopped) {
      this.#own = Math.max(this.#own, rssOf(this.#pid));
      for (const { pid } of childrenOf(this.#pid)) this.#child = Math.max(this.#child, rssOf(pid));
      await wait(LOOK_MS);
    }
  }
}
