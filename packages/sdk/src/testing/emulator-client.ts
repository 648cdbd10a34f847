import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HttpAnswer, HttpSender, OutgoingRequest } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import type { EmulatedInstitution } from './through-emulator.js';

type Destination = Pick<EmulatedInstitution, 'origins' | 'certificateAuthority'>;

/**
 * Sends requests to an emulator, each on a connection of its own: the clock of a test stands still, also for the timers by which
 * a client keeps connections.
 */
export class EmulatorClient implements HttpSender {
  readonly #destination: Destination;

  constructor(destination: Destination) {
    this.#destination = destination;
  }

  async send(request: OutgoingRequest): Promise<HttpAnswer> {
    try {
      const answer = await this.#arrive(request);
      const whole = Buffer.concat(await answer.toArray());
      return {
        status: answer.statusCode ?? 0,
        headers: pairsOf(answer.rawHeaders),
        body: {
          whole,
          async *[Symbol.asyncIterator]() {
            yield whole;
          },
        },
        ended: Promise.resolve(undefined),
        close: () => undefined,
      };
    } catch (error) {
      const message = `${request.url.origin} did not answer.`;
      throw new ProblemError({ code: 'UNAVAILABLE', message, retry: 'safe' }, { cause: error });
    }
  }

  async close(): Promise<void> {}

  #arrive({ method, url, headers, body }: OutgoingRequest): Promise<IncomingMessage> {
    const { origins, certificateAuthority: ca } = this.#destination;
    const target = new URL(
      `${url.pathname}${url.search}`,
      url.hostname === 'localhost' ? origins[`loopback:${url.port}`] : origins[url.origin],
    );
    const options = {
      method,
      agent: false as const,
      headers: { ...Object.fromEntries(headers), host: url.host, connection: 'close' },
    };
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const sent =
      target.protocol === 'https:'
        ? requestHttps(target, { ...options, ...(ca === undefined ? {} : { ca }) }, resolve)
        : requestHttp(target, options, resolve);
    sent.on('error', reject);
    sent.end(body);
    return promise;
  }
}

/** Node gives raw headers as one list of names and values. */
function pairsOf(raw: readonly string[]): (readonly [name: string, value: string])[] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ''] as const] : [],
  );
}
