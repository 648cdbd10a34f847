import type { Instant, PluginContext } from '@bourse/sdk';
import { wait, type Wait } from '../web/wait.js';
import { expectOk, PortalRequests, readJson } from './portal-requests.js';
import type { PortalWay } from './portal-way.js';
import { SlowPaths } from './slow-paths.js';

/** The Client Portal API within a session. One that has ended is opened once more by itself, as far as its way can do that. */
export class PortalApi {
  readonly host: string;
  readonly #way: PortalWay;
  readonly #requests: PortalRequests;
  readonly #slowPaths: SlowPaths;
  #session: Promise<Instant | undefined> | undefined;

  constructor(
    way: PortalWay,
    context: Pick<PluginContext<unknown>, 'signal' | 'storage'>,
    pause: Wait = wait,
  ) {
    this.host = way.host;
    this.#way = way;
    this.#requests = new PortalRequests(way, context.signal, pause);
    this.#slowPaths = new SlowPaths(context, pause);
  }

  /**
   * Opens a session.
   *
   * @returns when it ends, where that is known
   * @throws ProblemError
   */
  logIn(): Promise<Instant | undefined> {
    const session = this.#way.open(this.#requests);
    this.#session = session;
    session.catch(() => {
      if (this.#session === session) this.#session = undefined;
    });
    return session;
  }

  async logOut(): Promise<void> {
    if (this.#session === undefined) return;
    this.#session = undefined;
    await this.#way.close(this.#requests);
  }

  /** Lets the session be named with which a stream is opened; the host keeps its name. */
  async prepareStream(): Promise<void> {
    await (this.#session ??= this.logIn());
    const response = expectOk(await this.#requests.send('POST', '/tickle'));
    await response.body?.cancel();
  }

  /** @param path Below the base, with its query. */
  async get(path: string): Promise<unknown> {
    const used = (this.#session ??= this.logIn());
    await used;
    const response = await this.#trySend(path);
    if (response !== undefined) return readJson(response);
    // Whoever comes second finds the session that the first one has opened again.
    await (this.#session === used ? this.logIn() : this.#session);
    return readJson(expectOk(await this.#send(path)));
  }

  /** Undefined where the session has ended. */
  async #trySend(path: string): Promise<Response | undefined> {
    try {
      const response = await this.#send(path);
      if (response.status !== 401) return expectOk(response);
      await response.body?.cancel();
    } catch (error) {
      if (!hasCode(error, 'AUTH_EXPIRED')) throw error;
    }
    return undefined;
  }

  #send(path: string): Promise<Response> {
    return this.#slowPaths.ask(path, () => this.#requests.send('GET', path));
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
