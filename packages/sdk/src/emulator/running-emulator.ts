import type { Faults } from './fault/faults.js';
import type { Journal } from './journal/journal.js';
import type { Issued } from './world.js';

/** One run of an emulator. */
export interface RunningEmulator<Scenario, State> extends AsyncDisposable {
  readonly name: string;
  /** The loopback URL that stands for the first origin, without a path. */
  readonly baseUrl: string;
  /** Each emulated origin and the loopback URL that stands for it: the origin map of a development connection. */
  readonly origins: Readonly<Record<string, string>>;
  /**
   * The authority that a client has to trust, as PEM, and the certificate of a program on the user's machine (`loopback:`), which
   * no authority has signed; undefined without TLS.
   */
  readonly certificateAuthority: string | undefined;
  readonly credentials: Readonly<Record<string, string>>;
  readonly journal: Journal;
  readonly faults: Faults<Scenario, State>;
  /** Live: what a test changes here shows in the next answer. */
  readonly scenario: Scenario;
  /** Live as well, for what only happens while it runs, such as ticks to push. */
  readonly state: State;
  /** Every session id and token that was handed out. */
  readonly issued: readonly Issued[];
  /** The emulator's clock. */
  now(): number;
  /** Lets happen what goes on by itself, once. */
  beat(): void;
  /** Cuts all connections, WebSockets too; new ones are accepted. */
  disconnect(): void;
  /** Cuts all connections and frees the ports. */
  close(): Promise<void>;
}
