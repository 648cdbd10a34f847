import type { Connections, LogInOptions } from '@bourse/core';
import type { Ledger } from '../ledger/ledger.js';
import type { SyncEvent } from './sync-events.js';

/** What a sync works with. */
export interface SyncOptions {
  readonly connections: Pick<Connections, 'get' | 'lease' | 'progress' | 'use'>;
  readonly ledger: Ledger;
  readonly onProgress?: (event: SyncEvent) => void;
  /** How the user takes part in logins. */
  readonly logIn?: LogInOptions;
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** Asks for everything, also for what was stored before. */
  readonly isFull?: boolean;
}
