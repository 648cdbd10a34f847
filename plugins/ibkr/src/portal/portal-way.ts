import type { Instant } from '@bourse/sdk';
import type { PortalRequests } from './portal-requests.js';

/** A way to the Client Portal API, and how a session comes about there. */
export interface PortalWay {
  /** Where the API is, with a port where it is not the usual one. */
  readonly host: string;
  /** Milliseconds from one request to the next at least. */
  readonly pace: number;
  /**
   * Sees to it that there is a session with a brokerage session in it.
   *
   * @returns when it ends, where that is known
   * @throws ProblemError
   */
  open(requests: PortalRequests): Promise<Instant | undefined>;
  /** Ends a session that was opened here. */
  close(requests: PortalRequests): Promise<void>;
}
