import { parseJson, ProblemError } from '@bourse/sdk';
import type { Wait } from '../web/wait.js';
import type { PortalWay } from './portal-way.js';
import { WireObject } from './wire-object.js';

const BASE = '/v1/api';

/**
 * Requests to the Client Portal API, one at a time as fast as its way allows. What they carry beside is the host's to place.
 *
 * @see https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/
 */
export class PortalRequests {
  readonly #way: Pick<PortalWay, 'host' | 'pace'>;
  readonly #signal: AbortSignal;
  readonly #wait: Wait;
  /** When the next request may begin, in milliseconds since 1970. */
  #nextAt = 0;

  constructor(way: Pick<PortalWay, 'host' | 'pace'>, signal: AbortSignal, pause: Wait) {
    this.#way = way;
    this.#signal = signal;
    this.#wait = pause;
  }

  /** @param path Below the base, with its query. */
  async send(method: string, path: string, body?: object): Promise<Response> {
    await this.#takeTurn();
    return fetch(`https://${this.#way.host}${BASE}${path}`, {
      method,
      signal: this.#signal,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Sends what the answer of is an object, which the messages of problems call by that name. */
  async post(path: string, name: string, body?: object): Promise<WireObject> {
    return new WireObject(await readJson(expectOk(await this.send('POST', path, body))), name);
  }

  async #takeTurn(): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#way.pace;
    if (at > now) await this.#wait(at - now, this.#signal);
  }
}

export function expectOk(response: Response): Response {
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

export async function readJson(response: Response): Promise<unknown> {
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
