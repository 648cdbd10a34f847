import type { Fault } from './fault/fault.js';
import type { Route, SocketRoute } from './route.js';
import type { RunningEmulator } from './running-emulator.js';
import { startEmulator } from './server/start-emulator.js';
import type { Setting, World } from './world.js';

/** The protocol of one institution, spoken for real on loopback addresses. */
export interface EmulatorDefinition<Scenario, State> {
  /** The id of the plugin that it is for. */
  readonly name: string;
  /**
   * The origins that are emulated, spelled as in the plugin's manifest: `https://api.acme.example`,
   * `wss://stream.acme.example`, `loopback:5000`. Each host gets a port of its own; the first is the main one.
   */
  readonly origins: readonly [string, ...string[]];
  /** Test values for the credentials that the manifest declares, under the same names. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Makes the scenario of a run that is given none: accounts, instruments, trades and what else the views show. */
  scenario(): Scenario;
  /** Makes what one run keeps, such as its sessions. */
  state(setting: Setting<Scenario>): State;
  readonly routes: readonly Route<Scenario, State>[];
  readonly sockets?: readonly SocketRoute<Scenario, State>[];
  /** Bad days in this institution's own way, to be injected by name. */
  readonly faults?: Readonly<Record<string, Fault<Scenario, State>>>;
  /** What goes on by itself, such as prices: about once a second while somebody runs it by hand; else when a test says so. */
  beat?(world: World<Scenario, State>): void;
}

/** How one run of an emulator differs from an ordinary one. */
export interface StartOptions<Scenario> {
  /**
   * Speak TLS with a certificate of a throw-away authority, for `loopback:` with one of its own; plain HTTP and WebSocket unless
   * told.
   */
  readonly tls?: boolean;
  /** A certificate that a client must refuse; only with `tls`. */
  readonly badCertificate?: 'expired' | 'otherName';
  /** The port of the first host, those of the others follow it; 0 or none: any free ones. */
  readonly port?: number;
  /** Milliseconds since 1970-01-01T00:00:00Z; the real time unless told. */
  readonly clock?: () => number;
  /** What the emulator's ids and tokens are drawn from; 1 unless told. */
  readonly seed?: number;
  readonly scenario?: Scenario;
  /** In place of the definition's own values; those that are not named stay. */
  readonly credentials?: Readonly<Record<string, string>>;
}

/** The emulator of an institution, ready to be started any number of times. */
export interface Emulator<Scenario, State> extends EmulatorDefinition<Scenario, State> {
  /** Starts one run on loopback. Whoever starts it closes it. */
  start(options?: StartOptions<Scenario>): Promise<RunningEmulator<Scenario, State>>;
}

/**
 * Defines the emulator of an institution.
 * @example
 * export const emulator = defineEmulator({
 *   name: 'acme',
 *   origins: ['https://api.acme.example'],
 *   credentials: { apiKey: 'test-key' },
 *   scenario: () => ({ cash: '100.00' }),
 *   state: () => ({}),
 *   routes: [
 *     { method: 'GET', path: '/v1/cash', answer: (call, { scenario }) => json({ eur: scenario.cash }) },
 *   ],
 * });
 *
 * await using running = await emulator.start();
 * const answer = await fetch(`${running.baseUrl}/v1/cash`);
 * running.journal.expectClean();
 */
export function defineEmulator<Scenario, State>(
  definition: EmulatorDefinition<Scenario, State>,
): Emulator<Scenario, State> {
  return { ...definition, start: (options = {}) => startEmulator(definition, options) };
}
