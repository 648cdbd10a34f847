import type { Random } from './random.js';

/** A session id or token that an emulator handed out. */
export interface Issued {
  readonly name: string;
  readonly value: string;
}

/** What an emulator knows before its own state is made. */
export interface Setting<Scenario> {
  /** The single truth that every view of the protocol is rendered from. A test may change it at any time. */
  readonly scenario: Scenario;
  /** The credentials that are right. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly random: Random;
  /** Milliseconds since 1970-01-01T00:00:00Z by the emulator's clock. */
  now(): number;
  /**
   * Hands a session id or token out: what is issued is listed in `issued` of the running emulator, so that a test can
   * search for it where it must not be.
   * @returns the value
   */
  issue(name: string, value: string): string;
}

/** What a route works with. */
export interface World<Scenario, State> extends Setting<Scenario> {
  /** Sessions, counters, subscriptions: what one run of the emulator keeps. */
  readonly state: State;
}
