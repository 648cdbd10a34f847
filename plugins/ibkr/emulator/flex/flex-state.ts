import type { FlexSettings } from './flex-settings.js';

/** A statement that is being made. */
export interface Generation {
  readonly queryId: string;
  polls: number;
}

/** What one run of the service keeps. */
export class FlexState {
  /** By reference code. */
  readonly generations = new Map<string, Generation>();
  #requests: number[] = [];

  /** Counts a request. @returns whether it is one too many */
  isTooMany(now: number, { perSecond, perMinute }: FlexSettings['limits']): boolean {
    this.#requests = this.#requests.filter((at) => now - at < 60_000);
    const inSecond = this.#requests.filter((at) => now - at < 1_000).length;
    if (inSecond >= perSecond || this.#requests.length >= perMinute) return true;
    this.#requests.push(now);
    return false;
  }
}
