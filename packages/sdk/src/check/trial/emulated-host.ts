import { join } from 'node:path';
import { PluginManager, type AuditEntry, type ConnectionSession } from '@bourse/core';
import { ProblemError, type Settings } from '@bourse/core/interfaces';
import { loadEmulator } from '../../emulator/load-emulator.js';
import type { RunningEmulator } from '../../emulator/running-emulator.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { CheckClock } from './check-clock.js';
import type { Question } from './question.js';

/** The way of a plugin to the network. */
export type Network = NonNullable<ConstructorParameters<typeof PluginManager>[0]['network']>;

/** How the plugin is set up. */
export interface Setup {
  /** In place of the way through the gateway. */
  readonly network?: Network;
  /** That differ from their defaults. */
  readonly settings?: Settings;
  /** In place of the right ones; undefined: not given. */
  readonly credentials?: Readonly<Record<string, string | undefined>>;
}

/** What somebody types who is asked for a code: one that no app has shown. */
const SOME_CODE = '123456';

const MOST_TRIES = 4;
const MINUTE_MS = 60_000;

let homes = 0;

/** A host with one plugin, and a connection with its emulator, whose ways all go through the gateway. */
export class EmulatedHost implements AsyncDisposable {
  readonly clock = new CheckClock();
  readonly manager: PluginManager;
  readonly running: RunningEmulator<unknown, unknown>;
  readonly pluginId: string;
  readonly connection: string;
  readonly #owned: AsyncDisposableStack;

  private constructor(
    id: string,
    parts: {
      manager: PluginManager;
      running: RunningEmulator<unknown, unknown>;
      connection: string;
      owned: AsyncDisposableStack;
      clock: CheckClock;
    },
  ) {
    this.pluginId = id;
    this.clock = parts.clock;
    this.manager = parts.manager;
    this.running = parts.running;
    this.connection = parts.connection;
    this.#owned = parts.owned;
  }

  static async start(
    plugin: CheckedPlugin,
    { settings = {}, credentials = {}, network: way }: Setup = {},
  ): Promise<EmulatedHost> {
    await using owned = new AsyncDisposableStack();
    const clock = new CheckClock();
    const { folder } = await plugin.built();
    const { id, network = [] } = await plugin.manifest();
    const emulator = await loadEmulator(join(folder, 'emulator', 'index.ts'));
    const running = owned.use(await emulator.start({ clock: clock.now }));
    homes += 1;
    const manager = owned.adopt(
      new PluginManager(
        {
          home: plugin.workFolder(`home-${homes}`),
          folders: [join(folder, '..')],
          vault: { keychain: false },
          now: clock.now,
          ...(way === undefined ? {} : { network: way }),
        },
        { timers: clock.timers, budgetClock: clock.budget },
      ),
      (open) => open.close(),
    );
    await manager.installer.approve(id);
    if (Object.keys(settings).length > 0) await manager.settings.configure(id, settings);
    const reached = new Set(network.map(({ origin }) => origin));
    const { id: connection } = await manager.connections.add({
      plugin: id,
      credentials: given({ ...running.credentials, ...credentials }),
      origins: Object.fromEntries(Object.entries(running.origins).filter(([origin]) => reached.has(origin))),
    });
    return new EmulatedHost(id, { manager, running, connection, clock, owned: owned.move() });
  }

  /** Works with the connection while it is logged in. */
  use<Result>(work: (session: ConnectionSession) => Promise<Result>): Promise<Result> {
    const { wait } = this.clock;
    return this.manager.connections.use(this.connection, work, { askCode: async () => SOME_CODE, wait });
  }

  /** Asks once more after a minute where too much was asked, as often as a sync would. */
  async callPatiently(
    session: ConnectionSession,
    { service, method, request }: Question,
    tries = MOST_TRIES,
  ): Promise<unknown> {
    try {
      return await session.call(service, method, request);
    } catch (error) {
      const isEarly = error instanceof ProblemError && error.code === 'RATE_LIMITED';
      if (!isEarly || tries <= 1) throw error;
      this.clock.advance(MINUTE_MS);
      return this.callPatiently(session, { service, method, request }, tries - 1);
    }
  }

  /** Everything that the host wrote down, what waits to be written included. */
  async readAudit(): Promise<AuditEntry[]> {
    await this.manager.audit.verify();
    return Array.from(this.manager.audit.read(), ({ entry }) => entry);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#owned.disposeAsync();
  }
}

function given(credentials: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(credentials).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
