import type { Account, Position, Problem, ProblemCode } from '@bourse/core/interfaces';
import type { RecordCounts } from '../import/import-report.js';
import type { AdoptedAccount } from '../import/adopt-account.js';

/** What a sync is doing at the moment. */
export interface SyncEvent {
  readonly connectionId: string;
  /** The name of the list that is read; `login` before the first one, `done` or `failed` after the last one. */
  readonly what: string;
  /** Records of that list so far, and the pages that came; a statement has none. */
  readonly records: number;
  readonly pages: number;
  /** Lists that are done, and that are left, this one included. */
  readonly done: number;
  readonly left: number;
  /** Until when the institution wants no further question; milliseconds since 1970. */
  readonly waitsUntil?: number;
  /** Why: RATE_LIMITED where it allows no more for now. */
  readonly waitsFor?: ProblemCode;
}

/** What became of one list. */
export interface SyncedList extends RecordCounts {
  readonly name: string;
  /** Absent where nothing of it was stored. */
  readonly importId?: number;
  readonly unclassified: number;
  /** Exchange rates, in a list of these. */
  readonly rates?: number;
  readonly problems: readonly Problem[];
  /** Why nothing of it was stored. */
  readonly failure?: Problem;
}

/** What the institution says of the accounts now. */
export interface Snapshot {
  readonly accounts: readonly Account[];
  /** Absent where the plugin does not report positions, or could not. */
  readonly positions?: readonly Position[];
}

/** What became of one connection. */
export interface ConnectionSync {
  readonly connectionId: string;
  readonly name: string;
  readonly institution: string;
  readonly environment: 'live' | 'development';
  readonly lists: readonly SyncedList[];
  /** Records of earlier imports that have gone to the account of this connection. */
  readonly adopted?: AdoptedAccount;
  /** What kept lists from being read that are not among them. */
  readonly problem?: Problem;
  readonly snapshot: Snapshot;
}
