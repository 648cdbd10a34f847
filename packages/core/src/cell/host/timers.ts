/** Waits on behalf of a plugin. A replay puts its own in place, to fire in the recorded order. */
export interface PluginTimers {
  set(id: number, delay: number, fire: () => void): void;
  clear(id: number): void;
  clearAll(): void;
}

export class RealTimers implements PluginTimers {
  readonly #timers = new Map<number, NodeJS.Timeout>();

  set(id: number, delay: number, fire: () => void): void {
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      fire();
    }, delay);
    timer.unref();
    this.#timers.set(id, timer);
  }

  clear(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  clearAll(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
