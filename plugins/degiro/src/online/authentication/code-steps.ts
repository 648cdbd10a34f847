import type { PluginContext } from '@bourse/sdk';

/** RFC 6238: a code is good for so long, and DEGIRO takes each of them once. */
const STEP_MILLISECONDS = 30_000;
const KEY = 'lastCodeStep';

/**
 * Sees to it that no two logins come with the same code: DEGIRO counts a code that comes twice as a wrong login. What is
 * remembered is the time of the last one, since the code itself is the host's.
 */
export class CodeSteps {
  readonly #storage: PluginContext<unknown>['storage'];
  readonly #signal: AbortSignal;
  #last: number | undefined;

  constructor({ storage, signal }: Pick<PluginContext<unknown>, 'storage' | 'signal'>) {
    this.#storage = storage;
    this.#signal = signal;
  }

  /** Waits for a time with another code than that of the last login, half a minute at most. */
  async waitForNext(): Promise<void> {
    const last = this.#last ?? (await this.#storage?.get(KEY));
    if (typeof last !== 'number' || stepNow() !== last) return;
    await wait((last + 1) * STEP_MILLISECONDS - Date.now(), this.#signal);
  }

  /** Remembers that the code of now was sent. */
  async remember(): Promise<void> {
    this.#last = stepNow();
    await this.#storage?.set(KEY, this.#last);
  }
}

function stepNow(): number {
  return Math.floor(Date.now() / STEP_MILLISECONDS);
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
