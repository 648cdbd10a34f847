import { createSignal, triggerSignal, type AbortSignal } from './endowments/abort.js';

let trigger: (cancellation: Cancellation) => void;

/** What a method gets beside its request: a signal, which is made for those that ask for it. */
export class Cancellation {
  #signal: AbortSignal | undefined;
  #canceled = false;

  static {
    trigger = (cancellation) => {
      cancellation.#canceled = true;
      if (cancellation.#signal !== undefined) triggerSignal(cancellation.#signal);
    };
  }

  get signal(): AbortSignal {
    this.#signal ??= createSignal();
    if (this.#canceled) triggerSignal(this.#signal);
    return this.#signal;
  }
}

/** Only the host cancels. */
export function cancel(cancellation: Cancellation): void {
  trigger(cancellation);
}
