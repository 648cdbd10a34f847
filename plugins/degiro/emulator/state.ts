/** A session of the site. */
export interface Session {
  readonly id: string;
  /** By the emulator's clock; each call sets it anew. */
  lastSeen: number;
}

/** A login that waits for the user's tap. */
export interface WaitingLogin {
  readonly token: string;
  polls: number;
}

/** A session of the price feed. */
export interface QuoteSession {
  readonly id: string;
  lastPoll: number;
  /** The number that the feed gave each subscription, by its name. */
  readonly references: Map<string, number>;
  /** Messages that wait for the next poll. */
  readonly waiting: QuoteMessage[];
}

export interface QuoteMessage {
  readonly m: string;
  readonly v?: readonly (string | number)[];
}

/** What one section of the update feed looked like, row by row as JSON. */
export type Snapshot = ReadonlyMap<string, string>;

/** What one run keeps. */
export interface DegiroState {
  readonly sessions: Map<string, Session>;
  readonly waitingLogins: Map<string, WaitingLogin>;
  /** Codes that were used, by their 30-second step: none is taken twice. */
  readonly usedSteps: Set<number>;
  readonly quoteSessions: Map<string, QuoteSession>;
  /** What each section was like at each `lastUpdated`. */
  readonly snapshots: Map<string, Map<number, Snapshot>>;
  lastUpdated: number;
}

export function createState(): DegiroState {
  return {
    sessions: new Map(),
    waitingLogins: new Map(),
    usedSteps: new Set(),
    quoteSessions: new Map(),
    snapshots: new Map(),
    lastUpdated: 0,
  };
}
