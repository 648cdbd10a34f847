import { parseJson, ProblemError, type Instant } from '@bourse/sdk';
import { wait, type Wait } from '../web/wait.js';
import { WireObject } from './wire-object.js';

const BASE = 'https://api.ibkr.com/v1/api';

/** Milliseconds between two requests for accounts or trades; who comes sooner is shut out for ten minutes. */
const SLOWEST_PACE = 5_000;

/**
 * Requests to the Client Portal API, which the host signs. A session that has ended is opened once more by itself: that
 * takes the user's keys and nothing else.
 *
 * @see https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/
 */
export class PortalApi {
  readonly #signal: AbortSignal;
  readonly #wait: Wait;
  #session: Promise<Instant> | undefined;

  constructor(signal: AbortSignal, pause: Wait = wait) {
    this.#signal = signal;
    this.#wait = pause;
  }

  /**
   * Opens a session with the user's keys and the brokerage session in it.
   *
   * @returns when it ends
   * @throws ProblemError AUTH_INVALID for keys that are not the right ones
   */
  logIn(): Promise<Instant> {
    const session = this.#open();
    this.#session = session;
    session.catch(() => {
      if (this.#session === session) this.#session = undefined;
    });
    return session;
  }

  async logOut(): Promise<void> {
    if (this.#session === undefined) return;
    this.#session = undefined;
    const response = await this.#send('POST', '/logout');
    await response.body?.cancel();
  }

  /** Lets the institution name the session with which a stream is opened; the host keeps its name. */
  async prepareStream(): Promise<void> {
    await (this.#session ??= this.logIn());
    const response = expectOk(await this.#send('POST', '/tickle'));
    await response.body?.cancel();
  }

  /** @param path Below the base, with its query. */
  async get(path: string): Promise<unknown> {
    const used = (this.#session ??= this.logIn());
    await used;
    const response = await this.#trySend('GET', path);
    if (response !== undefined) return readJson(response);
    // Whoever comes second finds the session that the first one has opened again.
    await (this.#session === used ? this.logIn() : this.#session);
    await this.#wait(SLOWEST_PACE, this.#signal);
    return readJson(expectOk(await this.#send('GET', path)));
  }

  async #open(): Promise<Instant> {
    const token = await this.#send('POST', '/oauth/live_session_token');
    if (token.status === 401 || token.status === 400 || token.status === 403)
      throw new ProblemError({
        code: 'AUTH_INVALID',
        message: 'Interactive Brokers refused the OAuth keys.',
        remedy: 'Check consumer key, access token, secret and key files, and the clock of this machine.',
      });
    const answer = new WireObject(await readJson(expectOk(token)), 'live_session_token');
    await this.#openBrokerage();
    return answer.instant('live_session_token_expiration');
  }

  /** Trades and quotes are there in a brokerage session only; one that somebody else has open gives way. */
  async #openBrokerage(): Promise<void> {
    const body = JSON.stringify({ publish: true, compete: true });
    const response = await this.#send('POST', '/iserver/auth/ssodh/init', body);
    const status = new WireObject(await readJson(expectOk(response)), 'ssodh/init');
    if (status.isTrue('authenticated')) return;
    throw new ProblemError({
      code: 'UNAVAILABLE',
      message: 'Interactive Brokers opened no brokerage session.',
      remedy: 'Close other sessions of the same user and try again.',
    });
  }

  /** Undefined where the session has ended. */
  async #trySend(method: string, path: string): Promise<Response | undefined> {
    try {
      const response = await this.#send(method, path);
      if (response.status !== 401) return expectOk(response);
      await response.body?.cancel();
    } catch (error) {
      if (!hasCode(error, 'AUTH_EXPIRED')) throw error;
    }
    return undefined;
  }

  #send(method: string, path: string, body?: string): Promise<Response> {
    return fetch(`${BASE}${path}`, {
      method,
      signal: this.#signal,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
  }
}

function expectOk(response: Response): Response {
  if (response.ok) return response;
  const { status } = response;
  void response.body?.cancel();
  throw new ProblemError({
    code:
      status === 401
        ? 'AUTH_EXPIRED'
        : status === 429
          ? 'RATE_LIMITED'
          : status < 500
            ? 'INVALID_REQUEST'
            : 'UNAVAILABLE',
    message: `The Client Portal API answered with the status ${status}.`,
  });
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return parseJson(text);
  } catch {
    const isPage = /^\s*<(?:!doctype|html)/i.test(text);
    throw new ProblemError({
      code: isPage ? 'MAINTENANCE' : 'MALFORMED_RESPONSE',
      message: `The Client Portal API answered with ${isPage ? 'a web page, as it does while it is closed' : 'something that is no JSON'}.`,
    });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
