import type { Connection } from '@bourse/sdk/emulator';
import type { PortalSettings } from './portal-settings.js';

/** What a client got with its live session token. */
export interface LiveSession {
  readonly token: Uint8Array;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** What the WebSocket is opened with. */
  readonly sessionId: string;
  /** Whether the brokerage session is open, which `/iserver` needs. */
  isBrokerage: boolean;
}

/** One open WebSocket and what it is told of. */
export interface Subscriber {
  readonly connection: Connection;
  /** Field codes by conid. */
  readonly fields: Map<string, readonly string[]>;
}

/** Milliseconds after which no pace asks any more. */
const LONGEST_PACE = 15 * 60_000;

/** What one run of the API keeps. */
export class PortalState {
  session: LiveSession | undefined;
  hasListedAccounts = false;
  openHistories = 0;
  readonly nonces = new Set<string>();
  readonly subscribers = new Set<Subscriber>();
  /** How often something was asked for that needs priming. */
  readonly #primed = new Map<string, number>();
  #requests: { readonly path: string; readonly at: number }[] = [];
  #shutOutUntil = 0;

  /** Whether something has been asked for often enough to be complete. Counts this time. */
  isPrimed(what: string, calls: number): boolean {
    const before = this.#primed.get(what) ?? 0;
    this.#primed.set(what, before + 1);
    return before >= calls;
  }

  /** Counts a request. @returns whether it comes too fast, or while that is still being punished */
  isTooFast(path: string, now: number, { perSecond, paces, penalty }: PortalSettings): boolean {
    if (now < this.#shutOutUntil) return true;
    const within = (milliseconds: number, isMeant: (path: string) => boolean): number =>
      this.#requests.filter((one) => now - one.at < milliseconds && isMeant(one.path)).length;
    const pace = paces.find((one) => one.path.test(path));
    const isFast =
      within(1_000, () => true) >= perSecond ||
      (pace !== undefined && within(pace.perMilliseconds, (other) => pace.path.test(other)) >= pace.requests);
    if (isFast) this.#shutOutUntil = now + penalty;
    else this.#requests = [...this.#requests.filter(({ at }) => now - at < LONGEST_PACE), { path, at: now }];
    return isFast;
  }
}
