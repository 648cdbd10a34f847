import { startTimer } from '../timers.js';
import { Event, EventTarget } from './event.js';

/** Only our own code makes signals. */
const OURS = Symbol('made by the cell');

let trigger: (signal: AbortSignal, reason: unknown) => void;
let follow: (signal: AbortSignal, run: () => void) => () => void;

type AbortHandler = ((this: AbortSignal, event: Event) => void) | null;

export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason: unknown = undefined;
  #onabort: AbortHandler = null;
  /** What the cell itself does when it is triggered. */
  readonly #followers = new Set<() => void>();

  constructor(proof?: unknown) {
    if (proof !== OURS) throw new TypeError('Illegal constructor');
    super();
  }

  static {
    trigger = (signal, reason) => {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason === undefined ? namedError('AbortError', 'This operation was aborted') : reason;
      for (const run of signal.#followers) run();
      signal.#followers.clear();
      const event = new Event('abort');
      signal.dispatchEvent(event);
      signal.#onabort?.call(signal, event);
    };
    follow = (signal, run) => {
      signal.#followers.add(run);
      return () => void signal.#followers.delete(run);
    };
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = createSignal();
    triggerSignal(signal, reason);
    return signal;
  }

  static timeout(milliseconds: unknown): AbortSignal {
    const signal = createSignal();
    startTimer(
      () => triggerSignal(signal, namedError('TimeoutError', 'The operation timed out')),
      Number(milliseconds),
      false,
    );
    return signal;
  }

  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const joined = createSignal();
    for (const signal of signals) {
      if (signal.aborted) return AbortSignal.abort(signal.reason);
      signal.addEventListener('abort', () => triggerSignal(joined, signal.reason));
    }
    return joined;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  get onabort(): AbortHandler {
    return this.#onabort;
  }

  set onabort(handler: unknown) {
    this.#onabort = typeof handler === 'function' ? (handler as AbortHandler) : null;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }
}

/** A signal that only its maker can trigger. */
export function createSignal(): AbortSignal {
  return new AbortSignal(OURS);
}

/** Has something of the cell's own run when the signal is triggered, before the plugin hears of it. Gives what forgets it. */
export function onAbort(signal: AbortSignal, run: () => void): () => void {
  return follow(signal, run);
}

export function triggerSignal(signal: AbortSignal, reason?: unknown): void {
  trigger(signal, reason);
}

export class AbortController {
  readonly #signal = createSignal();

  get signal(): AbortSignal {
    return this.#signal;
  }

  abort(reason?: unknown): void {
    triggerSignal(this.#signal, reason);
  }
}

/** DOMException is no global of a cell; an error of the same name takes its place. */
function namedError(name: string, message: string): Error {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name });
  return error;
}
