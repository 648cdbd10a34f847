import type { HostProcess } from '../host/host-process.ts';
import type { Outcome } from '../host/messages.ts';
import { HEALTHY_IDS, QUESTIONS, rightAnswer } from '../scene/healthy.ts';
import type { Tally } from './tally.ts';

/** Calls a second, all healthy plugins together. */
const RATE = 60;

/** Milliseconds between two looks at which calls are due. */
const LOOK_MS = 5;

/**
 * Calls healthy plugins at a steady rate, whether or not they answer. The time of a call begins when it is due, so that
 * a host that stands still is late for all the calls it has missed.
 */
export class Pulse {
  readonly #host: HostProcess;
  readonly #open = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #asked = 0;
  readonly #latestMs: number;
  #tally: Tally;

  /**
   * @param tally Where the calls are counted that come first.
   * @param latestMs An answer that comes later has failed, in milliseconds.
   */
  constructor(host: HostProcess, tally: Tally, latestMs: number) {
    this.#host = host;
    this.#tally = tally;
    this.#latestMs = latestMs;
  }

  start(): void {
    this.#startedAt = performance.now();
    this.#timer = setInterval(() => this.#askDue(), LOOK_MS);
  }

  /** Counts the calls that are due from now on elsewhere. */
  countIn(tally: Tally): void {
    this.#tally = tally;
  }

  /** Asks no more and waits for the last answers. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#open);
  }

  #askDue(): void {
    for (;;) {
      const dueAt = this.#startedAt + (this.#asked * 1000) / RATE;
      if (dueAt > performance.now()) return;
      this.#asked += 1;
      const asking = this.#ask(dueAt, this.#tally).finally(() => this.#open.delete(asking));
      this.#open.add(asking);
    }
  }

  async #ask(dueAt: number, tally: Tally): Promise<void> {
    const id = HEALTHY_IDS[this.#asked % HEALTHY_IDS.length] ?? HEALTHY_IDS[0];
    const question = Math.floor(Math.random() * QUESTIONS);
    const wrong = await this.#findWrong(id, question);
    const milliseconds = performance.now() - dueAt;
    const late =
      milliseconds > this.#latestMs ? `${id} answered after ${Math.round(milliseconds)} ms` : undefined;
    tally.count(milliseconds, wrong ?? late);
  }

  async #findWrong(id: string, question: number): Promise<string | undefined> {
    try {
      const outcome = (await this.#host.ask({ ask: 'call', id, cursor: String(question) })) as Outcome;
      const answer =
        'value' in outcome ? JSON.stringify(outcome.value) : `${outcome.code}: ${outcome.message}`;
      return answer === rightAnswer(question) ? undefined : `${id} answered ${answer.slice(0, 200)}`;
    } catch (error) {
      return `${id} did not answer: ${String(error)}`;
    }
  }
}
