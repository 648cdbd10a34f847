/** What an emulator found when it checked who is calling. */
export interface Verdict {
  /** `none`: nothing was to be checked. `missing`: something was, and nothing came. */
  readonly signature: 'valid' | 'invalid' | 'missing' | 'none';
  readonly reason?: string;
}

/** One request and what came of it. */
export interface JournalEntry {
  /** Counts from 1, in the order in which requests came in. */
  readonly sequence: number;
  /** Milliseconds since 1970-01-01T00:00:00Z by the emulator's clock, when the request came in. */
  readonly at: number;
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** Path and query as they stood on the wire. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** The name of the route; undefined for a path that the emulator does not know. */
  readonly route: string | undefined;
  readonly verdict: Verdict;
  /** Absent where no answer was sent, such as after a reset; 101 for a WebSocket that was opened. */
  readonly status: number | undefined;
  /** The kinds of the faults that took part. */
  readonly faults: readonly string[];
}

/** One message of a WebSocket. */
export interface JournalFrame {
  readonly at: number;
  /** The sequence number of the request that opened the socket. */
  readonly connection: number;
  readonly route: string;
  /** `in`: from the client. */
  readonly direction: 'in' | 'out';
  readonly data: string | Uint8Array;
}
