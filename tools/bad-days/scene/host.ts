import { PluginManager } from '@bourse/core';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPlugin } from './install-plugin.ts';
import { TestClock } from './test-clock.ts';

type Internals = NonNullable<ConstructorParameters<typeof PluginManager>[1]>;

/** Settings without which a plugin does less than it can. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  ibkr: { clientPortal: true },
};

/** A host with a home of its own and some approved plugins. */
export class Host implements AsyncDisposable {
  readonly clock = new TestClock();
  readonly home: string;
  readonly manager: PluginManager;
  /** What plugins logged, and what the host warned of. */
  readonly said: string[] = [];
  /** For a way to the network that is made from now on; milliseconds without a sign of an institution. */
  idleMs = 30_000;
  readonly #folder = mkdtempSync(join(realpathSync(tmpdir()), 'bourse-bad-day-'));

  private constructor(internals: Internals) {
    const idleMs = (): number => this.idleMs;
    this.home = join(this.#folder, 'home');
    this.manager = new PluginManager(
      {
        home: this.home,
        folders: [join(this.#folder, 'plugins')],
        vault: { keychain: false },
        now: this.clock.now,
        onLog: (_, line) => this.said.push(JSON.stringify(line)),
        onWarning: (message) => this.said.push(message),
      },
      {
        timers: this.clock.timers,
        budgetClock: this.clock.budget,
        httpLimits: {
          get idleMs() {
            return idleMs();
          },
        },
        ...internals,
      },
    );
  }

  /** @param settings By plugin, in place of the usual ones. */
  static async start(
    plugins: readonly string[],
    internals: Internals = {},
    settings: typeof SETTINGS = {},
  ): Promise<Host> {
    const host = new Host(internals);
    for (const id of plugins) installPlugin(id, join(host.#folder, 'plugins', id));
    for (const id of plugins) {
      await host.manager.installer.approve(id);
      const own = settings[id] ?? SETTINGS[id];
      if (own !== undefined) await host.manager.settings.configure(id, own);
    }
    return host;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.manager.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
