import type { PluginTimers } from '../host/timers.js';

/** Timers that fire when the replay says so, whatever their delay. */
export class ScriptedTimers implements PluginTimers {
  readonly #waiting = new Map<number, () => void>();
  #onSet: (() => void) | undefined;

  set(id: number, _delay: number, fire: () => void): void {
    this.#waiting.set(id, fire);
    this.#onSet?.();
  }

  clear(id: number): void {
    this.#waiting.delete(id);
  }

  clearAll(): void {
    this.#waiting.clear();
    this.#onSet?.();
  }

  /** Waits until the plugin has set the timer, and fires it. False: `givenUp` came first. */
  async fire(id: number, givenUp: Promise<unknown>): Promise<boolean> {
    while (!this.#waiting.has(id)) {
      const set = new Promise<true>((resolve) => (this.#onSet = () => resolve(true)));
      if ((await Promise.race([set, givenUp.then(() => false)])) === false) return false;
    }
    const fire = this.#waiting.get(id);
    this.#waiting.delete(id);
    fire?.();
    return true;
  }
}
