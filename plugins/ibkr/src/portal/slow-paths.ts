import type { PluginContext } from '@bourse/sdk';
import type { Wait } from '../web/wait.js';

/** What may be asked for once in so many milliseconds; who comes sooner is shut out for ten minutes and more. */
const PAUSE = 5_000;
const SLOW: readonly string[] = ['/portfolio/accounts', '/iserver/account/trades'];

/** Keeps requests for accounts and for trades apart, also those of two commands that follow each other. */
export class SlowPaths {
  readonly #storage: PluginContext<unknown>['storage'];
  readonly #signal: AbortSignal;
  readonly #wait: Wait;
  /** When each was last answered, in milliseconds since 1970. */
  readonly #answered = new Map<string, number>();

  constructor({ storage, signal }: Pick<PluginContext<unknown>, 'storage' | 'signal'>, wait: Wait) {
    this.#storage = storage;
    this.#signal = signal;
    this.#wait = wait;
  }

  /** Asks once it may be asked. @param path With its query. */
  async ask<Answer>(path: string, request: () => Promise<Answer>): Promise<Answer> {
    const [slow = ''] = path.split('?');
    if (!SLOW.includes(slow)) return request();
    const last = this.#answered.get(slow) ?? (await this.#storage?.get(slow));
    // A clock that was set back must not make it wait for longer.
    const left = typeof last === 'number' ? Math.min(last + PAUSE - Date.now(), PAUSE) : 0;
    if (left > 0) await this.#wait(left, this.#signal);
    try {
      return await request();
    } finally {
      // The time of the answer, since nobody knows when it arrived.
      const now = Date.now();
      this.#answered.set(slow, now);
      await this.#storage?.set(slow, now);
    }
  }
}
