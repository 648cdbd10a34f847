import { PluginManager } from '@bourse/core';
import {
  reconcileSync,
  simulatedInstitution,
  syncConnections,
  type ConnectionSync,
  type Ledger,
} from '@bourse/portfolio';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { RunningEmulator } from '@bourse/sdk/emulator';
import { ROOT } from '../root.ts';
import { copyPlugin } from './built-plugin.ts';
import { importEmulator } from './plugin-emulators.ts';
import type { Provider } from './provider.ts';

/** A host with a home of its own, one approved plugin and a connection with its emulator. */
export class ProviderHost implements AsyncDisposable {
  readonly manager: PluginManager;
  readonly running: RunningEmulator<unknown, unknown>;
  readonly #provider: Provider;
  readonly #owned: AsyncDisposableStack;

  private constructor(
    provider: Provider,
    parts: {
      manager: PluginManager;
      running: RunningEmulator<unknown, unknown>;
      owned: AsyncDisposableStack;
    },
  ) {
    this.#provider = provider;
    this.manager = parts.manager;
    this.running = parts.running;
    this.#owned = parts.owned;
  }

  static async start(provider: Provider): Promise<ProviderHost> {
    const { plugin, settings, prepare, clock } = provider;
    await using owned = new AsyncDisposableStack();
    const folder = owned.adopt(mkdtempSync(join(tmpdir(), `bourse-${plugin}-`)), remove);
    const emulator = await importEmulator(plugin);
    const running = owned.use(await emulator.start(clock === undefined ? {} : { clock }));
    prepare?.(running.scenario);
    copyPlugin(plugin, join(folder, 'plugins', plugin));
    const home = join(folder, 'home');
    const options = { home, folders: [join(folder, 'plugins')], vault: { keychain: false } };
    const manager = owned.adopt(new PluginManager(options), (open) => open.close());
    await manager.installer.approve(plugin);
    await manager.settings.configure(plugin, settings);
    const { credentials } = running;
    await manager.connections.add({ plugin, credentials, origins: reachedOf(manager, plugin, running) });
    return new ProviderHost(provider, { manager, running, owned: owned.move() });
  }

  /** Throws where the plugin asked what the institution does not document. */
  expectClean(): void {
    this.running.journal.expectClean();
  }

  /** Syncs as the command does, reconciliation included. */
  async sync(ledger: Ledger): Promise<ConnectionSync> {
    const { connections } = this.manager;
    const [done] = await syncConnections([this.#provider.plugin], { connections, ledger });
    if (done === undefined) throw new Error('There is no connection.');
    await reconcileSync(done, { connections, ledger });
    return done;
  }

  /** Imports the demo statement of the plugin, as of the account of that name where the file names none. */
  async importDemo(ledger: Ledger): Promise<void> {
    const { plugin: id, statement } = this.#provider;
    if (statement === undefined) throw new TypeError(`${id} reads no files`);
    const { name, format, accountName } = statement;
    const bytes = readFileSync(join(ROOT, 'plugins', id, 'demo', name));
    const file = { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    const reading = this.manager.reader.readStatement(id, {
      ...{ format, name, size: file.size },
      content: Readable.from([bytes]),
      defaultAccount: accountName,
      institution: simulatedInstitution(this.manager.info(id).institution ?? id),
    });
    const { plugin, institution, channel } = reading.origin;
    using session = ledger.beginImport({
      ...{ file, format, plugin, institution, channel },
      ...(accountName === undefined ? {} : { accountName }),
    });
    for await (const part of reading.parts()) session.add(part);
    session.commit(reading.end());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#owned.disposeAsync();
  }
}

/** Where the origins are that a plugin reaches; emulators can have more. */
function reachedOf(
  manager: PluginManager,
  plugin: string,
  { origins }: RunningEmulator<unknown, unknown>,
): Record<string, string> {
  const { manifest } = manager.info(plugin);
  const network = manifest?.dialect === 'bourse' ? (manifest.network ?? []) : [];
  const reached = new Set(network.map(({ origin }) => origin));
  return Object.fromEntries(Object.entries(origins).filter(([origin]) => reached.has(origin)));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
