import type { LocalProgram } from '../store/index.js';
import type { OpenTcp, Resolve } from './address/index.js';
import type { Priority } from './budget/index.js';
import type { LiveSecret, SchemePorts, SchemeSources } from './scheme/index.js';
import type { CapturedValue } from './secret/index.js';

/** The credentials and captures of one connection. */
export interface VaultPort extends SchemeSources {
  /** Everything that no answer may show, captures included. */
  readonly secrets: () => readonly LiveSecret[];
  /** Keeps what was taken out of an answer; later requests find it among the captures. */
  readonly keep: (captured: CapturedValue) => void;
}

/** What happened at the gateway. Has no secret, no body and nothing of a path but the pattern that allowed it. */
export type GatewayEntry = { readonly connection: string } & (
  | {
      readonly kind: 'request' | 'socket';
      /** Tells which entry of the end belongs to it; unlike any other of this host's run. */
      readonly exchange: string;
      readonly method: string;
      readonly origin: string;
      readonly pattern: string;
      readonly permission: string;
      /** Names of the credentials and captures that were placed or used. */
      readonly credentials: readonly string[];
      /** Bytes of the body as the plugin wrote it, before anything was placed, and their SHA-256 in hexadecimal. */
      readonly requestBytes: number;
      readonly requestHash: string;
      /** Whether the connection is a development one, which leads elsewhere. */
      readonly isDevelopment: boolean;
    }
  | {
      readonly kind: 'requestEnd';
      readonly exchange: string;
      /** Undefined where there was no answer. */
      readonly status: number | undefined;
      /** Bytes of the body that the plugin took, and their SHA-256 in hexadecimal. */
      readonly answerBytes: number;
      readonly answerHash: string;
      readonly milliseconds: number;
      /** `complete`, `canceled` where the plugin did not read on, or the code of the problem. */
      readonly outcome: string;
    }
  | {
      readonly kind: 'socketEnd';
      readonly exchange: string;
      readonly framesOut: number;
      readonly framesIn: number;
      readonly bytesOut: number;
      readonly bytesIn: number;
      readonly milliseconds: number;
      readonly outcome: string;
    }
  | {
      /** A request, hop or frame that was not let through. */
      readonly kind: 'refusal';
      readonly method: string;
      readonly origin: string;
      readonly code: string;
    }
);

/** Where entries are written. One that cannot be written rejects, and the request is not made. */
export interface AuditPort {
  /** Done when it is written. */
  append(entry: GatewayEntry): Promise<void>;
  /** For what only reads: done when it is taken, to be written a moment later. */
  note(entry: GatewayEntry): Promise<void>;
  /** For how it ended: nobody waits for it, and it is kept until it can be written. */
  conclude(entry: GatewayEntry): void;
}

/** How often requests toward an origin may be made. */
export interface BudgetPort {
  /**
   * Waits for the next free place.
   *
   * @throws ProblemError RATE_LIMITED where that takes too long, CALL_CANCELED
   */
  enter(request: BudgetRequest): Promise<void>;
  /** @param until Milliseconds since 1970; nobody makes a request with this key before. */
  pause(key: string, until: number): Promise<void>;
}

export interface BudgetRequest {
  /** An origin together with whose requests are counted there. */
  readonly key: string;
  /** Undefined where the manifest names none. */
  readonly perMinute: number | undefined;
  readonly priority: Priority;
  readonly signal: AbortSignal;
  /** Told each time that it has to wait for its turn, and until when at least; milliseconds since 1970. */
  readonly onWaiting?: Situation['onWaiting'];
}

/** What a plugin is doing when it asks. */
export interface Situation {
  /** Whether it is logging in: only then secrets are placed that are too short to be searched for. */
  readonly isLogin: boolean;
  readonly priority: Priority;
  /** Told when a request has to wait for its turn; milliseconds since 1970. */
  readonly onWaiting?: ((until: number) => void) | undefined;
}

/** What the gateway of one connection needs of its host. */
export interface GatewayPorts {
  readonly vault: VaultPort;
  /** Clock, randomness and counter. */
  readonly scheme: SchemePorts;
  readonly audit: AuditPort;
  readonly budget: BudgetPort;
  readonly situation: () => Situation;
  /** The program on this machine that the user trusts for a `loopback:<port>` of the manifest; none unless told. */
  readonly programAt?: (origin: string) => LocalProgram | undefined;
  /** The system's own name service unless told. */
  readonly resolve?: Resolve;
  /** For tests alone: leads connections to public addresses elsewhere. */
  readonly openTcp?: OpenTcp;
  /** For tests alone: PEM of an authority that is trusted in place of those of the system. */
  readonly certificateAuthority?: string;
}
