import {
  LogInAnswerSchema,
  ProblemError,
  type LogInAnswer,
  type ProblemCode,
} from '../../interfaces/index.js';
import type { BourseManifest } from '../../manifest/index.js';
import type { ConnectionRecord, LoginRecords } from '../../store/index.js';
import type { Vault } from '../../vault/index.js';
import type { HostAudit } from '../host-audit.js';
import { checkAnswer } from '../offered-method.js';
import type { PluginRuntime } from '../plugin-runtime.js';
import type { ConnectionNetwork } from './connection-network.js';
import { fingerprintCredentials } from './fingerprint-credentials.js';
import { logIn, type LogInOptions, type OnceGiven } from './log-in.js';

/** After these the same credentials are not tried again by themselves: it would lock the account, or change nothing. */
const LASTING: ReadonlySet<ProblemCode> = new Set(['AUTH_INVALID', 'AUTH_LOCKED', 'AUTH_CAPTCHA']);

/** Milliseconds for one step of a login. */
const STEP_MS = 60_000;

/** What is logged in to. */
export interface LogInTarget {
  readonly connection: ConnectionRecord;
  readonly manifest: BourseManifest;
  readonly runtime: PluginRuntime;
  readonly network: ConnectionNetwork | undefined;
  readonly vault: Vault;
}

/** Logs connections in, and remembers which are not to be tried again. */
export class LogInDesk {
  readonly #records: LoginRecords;
  readonly #audit: HostAudit;
  readonly #now: () => number;
  /** Connections that were logged in by this host. */
  readonly #open = new Set<string>();
  /** Logins under way, which all who need them wait for. */
  readonly #pending = new Map<string, Promise<void>>();

  constructor(records: LoginRecords, audit: HostAudit, now: () => number) {
    this.#records = records;
    this.#audit = audit;
    this.#now = now;
  }

  /**
   * Logs in where that is needed and was not refused before.
   *
   * @throws ProblemError AUTH_INVALID, AUTH_LOCKED, AUTH_CAPTCHA also where nothing was tried
   */
  async ensure(target: LogInTarget, options: LogInOptions = {}): Promise<void> {
    this.expectNotRefused(target);
    const { connection, manifest, network } = target;
    if (!needsLogIn(manifest) || this.#open.has(connection.id) || network?.hasCapture === true) return;
    await this.logIn(target, options);
  }

  /** Logs in, also where it was refused before: the user wishes it. */
  async logIn(target: LogInTarget, options: LogInOptions = {}): Promise<void> {
    const { id } = target.connection;
    if (!needsLogIn(target.manifest)) return this.#records.remove(id);
    const under = this.#pending.get(id) ?? this.#logIn(target, options);
    this.#pending.set(id, under);
    try {
      await under;
    } finally {
      this.#pending.delete(id);
    }
  }

  /** Forgets that a session is open. */
  close(connectionId: string): void {
    this.#open.delete(connectionId);
  }

  /** Remembers what is not to be tried again with the same credentials. */
  remember(target: LogInTarget, error: unknown): void {
    if (!(error instanceof ProblemError) || !LASTING.has(error.code)) return;
    this.close(target.connection.id);
    this.#records.save(target.connection.id, {
      credentials: fingerprintOf(target),
      code: error.code,
      message: error.message,
      at: new Date(this.#now()).toISOString(),
    });
  }

  /** @throws ProblemError what the institution said the last time, where the credentials are still the same */
  expectNotRefused(target: LogInTarget): void {
    const { id } = target.connection;
    const refused = this.#records.find(id);
    if (refused === undefined || refused.credentials !== fingerprintOf(target)) return;
    throw new ProblemError({
      code: refused.code,
      message: `${refused.message} That was at ${refused.at}; with the same credentials it is not tried again by itself.`,
      remedy: `Give the credentials again, or log in once more: bourse connect ${id}`,
    });
  }

  async #logIn(target: LogInTarget, options: LogInOptions): Promise<void> {
    const { connection, manifest, network, runtime } = target;
    this.close(connection.id);
    const call = async (method: string, request: object): Promise<LogInAnswer> => {
      const step = () =>
        runtime.call('authentication', method, request, {
          deadlineMs: STEP_MS,
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
      const answer =
        network === undefined
          ? await step()
          : await network.during({ isLogin: true, priority: 'interactive' }, step);
      return checkAnswer(LogInAnswerSchema, answer);
    };
    try {
      await logIn(
        { call, once: onceOf(manifest), give: (...code) => network?.secrets.give(...code), now: this.#now },
        options,
      );
    } catch (error) {
      this.remember(target, error);
      await this.#record(connection, error instanceof ProblemError ? error.code : 'failed');
      throw error;
    } finally {
      network?.secrets.clearGiven();
    }
    this.#records.remove(connection.id);
    this.#open.add(connection.id);
    await this.#record(connection, 'LOGGED_IN');
  }

  #record({ id, pluginId }: ConnectionRecord, outcome: string): Promise<void> {
    return this.#audit.append({ kind: 'login', plugin: pluginId, connection: id, action: 'logIn', outcome });
  }
}

function needsLogIn({ services }: BourseManifest): boolean {
  return services.includes('authentication');
}

function onceOf({ credentials = {} }: BourseManifest): OnceGiven[] {
  return Object.entries(credentials)
    .filter(([, { once }]) => once === true)
    .map(([name, { label, optional = false }]) => ({ name, label, isOptional: optional }));
}

function fingerprintOf({ vault, connection: { id, pluginId }, manifest }: LogInTarget): string {
  return fingerprintCredentials(vault, { connection: id, pluginId, manifest });
}
