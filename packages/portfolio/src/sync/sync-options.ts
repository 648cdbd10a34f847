import type { Connections, ConnectionSession, LogInOptions } from '@bourse/core';
import type { Ledger } from '../ledger/ledger.js';
import type { SyncEvent } from './sync-events.js';

/** What a sync does with a connection that is logged in. */
export type SyncSession = Pick<
  ConnectionSession,
  'connection' | 'institution' | 'lists' | 'fetchesStatements' | 'read' | 'readStatement'
>;

/** What a sync needs of the host's connections. */
export interface SyncConnections extends Pick<Connections, 'get' | 'lease' | 'list'> {
  readonly progress: Pick<Connections['progress'], 'doneUntil' | 'save'>;
  use<Result>(
    id: string,
    work: (session: SyncSession) => Promise<Result>,
    options?: LogInOptions,
  ): Promise<Result>;
}

/** What a sync works with. */
export interface SyncOptions {
  readonly connections: SyncConnections;
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
