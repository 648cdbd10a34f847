import { constants } from 'node:os';
import type { HostProcess } from './host-process.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The user's wish to stop. The first signal is obeyed in an orderly way, a second one at once. */
export class Interruption {
  readonly #controller = new AbortController();
  #received: (typeof SIGNALS)[number] | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** 128 and the number of the signal; undefined where none came. */
  get exitCode(): number | undefined {
    return this.#received === undefined ? undefined : 128 + constants.signals[this.#received];
  }

  /** Listens until the function that it returns is called. */
  listen(source: Pick<HostProcess, 'on' | 'off'>): () => void {
    const handlers = SIGNALS.map((name) => {
      const handler = (): void => {
        this.#received ??= name;
        this.#controller.abort();
        stop();
      };
      source.on(name, handler);
      return { name, handler };
    });
    const stop = (): void => {
      for (const { name, handler } of handlers) source.off(name, handler);
    };
    return stop;
  }
}
