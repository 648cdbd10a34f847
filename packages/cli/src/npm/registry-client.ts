import { ProblemError } from '@bourse/core/interfaces';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import { isLoopback, toAddress } from './address.js';
import type { NpmSettings } from './npm-settings.js';

/** What is asked of a registry. */
export interface RegistryRequest {
  readonly accept: string;
  /** The most that is read, in bytes. */
  readonly limit: number;
  /** What is asked for, in the words of the user. */
  readonly what: string;
}

const REDIRECTS_MAX = 5;
/** How long a registry may say nothing. */
const SILENCE_MS = 30_000;

/** Asks registries as npm is configured to, and takes no more than it was ready for. */
export class RegistryClient implements AsyncDisposable {
  readonly #settings: NpmSettings;
  readonly #signal: AbortSignal;
  readonly #direct: Dispatcher;
  readonly #byProxy: Dispatcher;

  constructor(settings: NpmSettings, signal: AbortSignal) {
    this.#settings = settings;
    this.#signal = signal;
    const limits = { headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS };
    this.#direct = new Agent(limits);
    this.#byProxy = new EnvHttpProxyAgent({ ...limits, ...proxiesOf(settings) });
  }

  /**
   * Reads the whole of an address, wherever it redirects to.
   *
   * @throws ProblemError PACKAGE_NOT_FOUND, REGISTRY_UNAVAILABLE, REGISTRY_REFUSED, PERMISSION_DENIED, INPUT_TOO_LARGE
   */
  async read(address: URL, wish: RegistryRequest): Promise<Uint8Array> {
    let current = address;
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      const { statusCode, headers, body } = await this.#ask(current, wish);
      const { location } = headers;
      if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
        await body.dump();
        current = toAddress(location, current);
      } else if (statusCode === 200) {
        return await this.#collect(body, current, wish);
      } else {
        await body.dump();
        throw refusalOf(statusCode, current, wish);
      }
    }
    throw unavailable(address, 'it redirects in a circle');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#direct.destroy(), this.#byProxy.destroy()]);
  }

  async #ask(address: URL, { accept }: RegistryRequest): Promise<Dispatcher.ResponseData> {
    const authorization = this.#settings.authorizationFor(address);
    try {
      return await request(address, {
        dispatcher: isLoopback(address) ? this.#direct : this.#byProxy,
        headers: { accept, ...(authorization === undefined ? {} : { authorization }) },
        signal: this.#signal,
      });
    } catch (failure) {
      throw this.#translate(failure, address);
    }
  }

  async #collect(
    body: AsyncIterable<Uint8Array>,
    address: URL,
    { limit, what }: RegistryRequest,
  ): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > limit) break;
        chunks.push(chunk);
      }
    } catch (failure) {
      throw this.#translate(failure, address);
    }
    if (size <= limit) return Buffer.concat(chunks);
    throw new ProblemError({
      code: 'INPUT_TOO_LARGE',
      message: `${address.host} sends more than ${limit} bytes for ${what}.`,
      remedy: 'No plugin is that large; do not use it.',
    });
  }

  #translate(failure: unknown, address: URL): unknown {
    if (this.#signal.aborted) return failure;
    return unavailable(address, reasonOf(failure), failure);
  }
}

function proxiesOf({ httpProxy, httpsProxy, noProxy, authorities }: NpmSettings): EnvHttpProxyAgent.Options {
  const tls = authorities === undefined ? undefined : { ca: [...authorities] };
  return {
    ...(httpProxy === undefined ? {} : { httpProxy }),
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(noProxy === undefined ? {} : { noProxy }),
    ...(tls === undefined ? {} : { connect: tls, requestTls: tls }),
  };
}

function refusalOf(status: number, address: URL, { what }: RegistryRequest): ProblemError {
  if (status === 404)
    return new ProblemError({ code: 'PACKAGE_NOT_FOUND', message: `${address.host} has no ${what}.` });
  if (status === 401 || status === 403)
    return new ProblemError({
      code: 'PERMISSION_DENIED',
      message: `${address.host} does not give ${what} to you.`,
      remedy: 'Log in with "npm login", or check the token in .npmrc.',
    });
  return unavailable(address, `it answered ${status}`);
}

function unavailable(address: URL, reason: string, cause?: unknown): ProblemError {
  return new ProblemError(
    { code: 'REGISTRY_UNAVAILABLE', message: `${address.host} cannot be asked: ${reason}.` },
    { cause },
  );
}

function reasonOf(failure: unknown): string {
  if (typeof failure !== 'object' || failure === null) return String(failure);
  if ('code' in failure && typeof failure.code === 'string') return failure.code;
  return 'message' in failure ? String(failure.message) : String(failure);
}
