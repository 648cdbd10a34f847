export interface Crash {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
}

/** Remembers crashes beyond the life of one host, because a host may be a single command. */
export interface CrashHistory {
  record(key: string, crash: Crash): void;
  /** Crashes from `at` on, the oldest first. */
  since(key: string, at: number): readonly Crash[];
  /** Forgets all crashes: the plugin gets a new chance. */
  clear(key: string): void;
}

/** A crash history as long as the host. */
export class MemoryCrashHistory implements CrashHistory {
  readonly #crashes = new Map<string, Crash[]>();

  record(key: string, crash: Crash): void {
    this.#crashes.set(key, [...this.since(key, 0), crash].slice(-20));
  }

  since(key: string, at: number): readonly Crash[] {
    return (this.#crashes.get(key) ?? []).filter((crash) => crash.at >= at);
  }

  clear(key: string): void {
    this.#crashes.delete(key);
  }
}
