import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PluginManager, printable, type LogLine, type ManagerOptions } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { openLedger, type Ledger } from '@bourse/portfolio';
import type { Environment } from '../environment.js';
import type { LogFields, Logger } from '../output/logger.js';
import { ask } from '../output/ask.js';
import type { Terminal } from '../output/terminal.js';
import { readApprovedDigests } from './approved-digests.js';
import { findPlugin } from './find-plugin.js';
import { prepareHome } from './home-folder.js';
import { findInstalledFolders } from './installed-folders.js';
import { logStateChanges } from './log-state-changes.js';

/** What a session is opened with. */
export interface SessionOptions {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly logger: Logger;
  /** Aborted when the user stops the command. */
  readonly signal: AbortSignal;
}

/** One run of one command: what it works with, opened when it is first asked for and closed at the end. */
export class Session {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  #manager: PluginManager | undefined;
  #ledger: Ledger | undefined;

  constructor({ environment, terminal, logger, signal }: SessionOptions) {
    this.environment = environment;
    this.terminal = terminal;
    this.logger = logger;
    this.signal = signal;
  }

  /** @throws ProblemError HOST_DATABASE_UNAVAILABLE, INPUT_UNREADABLE; NOT_FOUND where a folder of plugins is missing */
  get manager(): PluginManager {
    this.#manager ??= this.#openManager();
    return this.#manager;
  }

  /**
   * Opens the manager for a command that runs long: with a spare process for the next cell.
   *
   * @param onLog Told what plugins write to their logs, as it comes.
   */
  openForLong(onLog: NonNullable<ManagerOptions['onLog']>): PluginManager {
    this.#manager ??= this.#openManager({ warmSpare: true, onLog });
    return this.#manager;
  }

  /** @throws ProblemError LEDGER_UNAVAILABLE, LEDGER_TOO_NEW, HOST_DATABASE_UNAVAILABLE */
  get ledger(): Ledger {
    this.#ledger ??= openLedger(join(prepareHome(this.environment.home), 'ledger.db'));
    return this.#ledger;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ledger?.close();
    await this.#manager?.close();
  }

  /** Nobody is asked to think of one: without a keychain and without BOURSE_PASSPHRASE, a key file protects the vault. */
  async #askPassphrase(purpose: 'open' | 'create'): Promise<string | undefined> {
    const { passphrase } = this.environment;
    if (passphrase !== undefined || purpose === 'create') return passphrase;
    return ask('The passphrase of your credentials:', this.terminal, { signal: this.signal, isHidden: true });
  }

  #openManager({
    warmSpare = false,
    onLog,
  }: Pick<ManagerOptions, 'warmSpare' | 'onLog'> = {}): PluginManager {
    const { home, pluginFolders, systemFolder, namedFolders, approvedDigestsFile, profiledPlugin } =
      this.environment;
    for (const folder of namedFolders) expectFolder(folder);
    const manager = new PluginManager({
      home: prepareHome(home),
      folders: [...pluginFolders, ...namedFolders],
      systemFolder,
      installed: findInstalledFolders(import.meta.dirname),
      releasedDigests: approvedDigestsFile === undefined ? [] : readApprovedDigests(approvedDigestsFile),
      vault: {
        keychain: this.environment.usesKeychain,
        askPassphrase: (purpose) => this.#askPassphrase(purpose),
      },
      warmSpare,
      ...this.#profileOptions(),
      onLog: (plugin, line) => {
        this.logger.log(line.level, printable(line.message), logFields(plugin, line));
        onLog?.(plugin, line);
      },
      onWarning: (message) => this.logger.log('warn', message),
    });
    logStateChanges(manager, this.logger);
    this.#manager = manager;
    if (profiledPlugin !== undefined) findPlugin(manager, profiledPlugin);
    return manager;
  }

  #profileOptions(): Pick<ManagerOptions, 'profile'> {
    const { profiledPlugin, userFolder } = this.environment;
    if (profiledPlugin === undefined) return {};
    const onWritten = (file: string): void =>
      void this.terminal.writeErrorLines([`A CPU profile of ${profiledPlugin} is in ${file}.`]);
    return { profile: { pluginId: profiledPlugin, folder: userFolder, onWritten } };
  }
}

/** Fields of a plugin's log line, in names of their own, so that they pass for none of the host's. */
function logFields(plugin: string, { fields }: LogLine): LogFields {
  const named = Object.entries(fields).map(
    ([name, value]) =>
      [`field.${printable(name)}`, typeof value === 'string' ? printable(value) : value] as const,
  );
  return { plugin, ...Object.fromEntries(named) };
}

function expectFolder(folder: string): void {
  if (existsSync(folder)) return;
  throw new ProblemError({
    code: 'NOT_FOUND',
    message: 'The folder of plugins that --plugins names does not exist.',
    remedy: 'Check the path.',
    place: { file: folder },
  });
}
