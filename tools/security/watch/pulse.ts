import { setTimeout as wait } from 'node:timers/promises';
import type { HostProcess } from '../host/host-process.ts';
import { rightAnswer } from '../scene/healthy-plugin.ts';

/** The longest that a healthy plugin's answer may take, in milliseconds. */
const LATEST_MS = 1_000;

/** Milliseconds between an answer and the next question. */
const PAUSE_MS = 40;

/** Calls a healthy plugin through the attacked host, again and again. */
export class Pulse {
  readonly #host: HostProcess;
  #asked = 0;
  #worstMs = 0;
  #wrong: string | undefined;
  #stopped = false;
  #waitingSince: number | undefined;
  #loop: Promise<void> | undefined;

  constructor(host: HostProcess) {
    this.#host = host;
  }

  /** Waits for the first answer, which may take as long as a start takes, and goes on asking. */
  async start(): Promise<void> {
    await this.#ask();
    this.#worstMs = 0;
    this.#asked = 0;
    this.#loop = this.#beat();
  }

  /** Ends the questions and tells what was wrong with the answers; undefined: nothing. */
  async stop(): Promise<string | undefined> {
    this.#stopped = true;
    if (this.#waitingSince !== undefined) await Promise.race([this.#loop, wait(LATEST_MS)]);
    if (this.#waitingSince !== undefined) this.#note(performance.now() - this.#waitingSince);
    if (this.#wrong !== undefined) return this.#wrong;
    if (this.#asked === 0) return 'the healthy plugin was never asked';
    return this.#worstMs > LATEST_MS ? `an answer took ${Math.round(this.#worstMs)} ms` : undefined;
  }

  get worstMs(): number {
    return this.#worstMs;
  }

  async #beat(): Promise<void> {
    while (!this.#stopped && this.#wrong === undefined) {
      await this.#ask();
      await wait(PAUSE_MS);
    }
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const question = this.#asked;
    this.#waitingSince = performance.now();
    try {
      const answer = await this.#host.ask({ ask: 'healthy', question });
      if (nameIn(answer) !== rightAnswer(question))
        this.#wrong ??= `a wrong answer: ${JSON.stringify(answer)}`;
    } catch (error) {
      this.#wrong ??= `no answer: ${String(error)}`;
    }
    this.#note(performance.now() - this.#waitingSince);
    this.#waitingSince = undefined;
  }

  #note(milliseconds: number): void {
    this.#worstMs = Math.max(this.#worstMs, milliseconds);
  }
}

function nameIn(answer: unknown): unknown {
  return (answer as { items?: { name?: unknown }[] } | undefined)?.items?.[0]?.name;
}
