import { dial, type AddressBook, type OpenTcp, type Route } from '../address/index.js';
import { refused } from '../network-problem.js';
import { originOf } from '../permission/index.js';
import { connectFailure } from './failure.js';
import type { Socket } from 'node:net';

const LOOPBACK = ['127.0.0.1', '::1'];

export interface RoutesOptions {
  readonly addresses: AddressBook;
  readonly openTcp: OpenTcp;
  /** PEM; for tests alone. */
  readonly certificateAuthority: string | undefined;
  /**
   * Where a development connection really goes, by the origins that the manifest names: URLs of this machine, with or
   * without TLS. With it, no other origin is reached at all.
   */
  readonly developmentOrigins: Readonly<Record<string, string>> | undefined;
}

/** Makes the connections of a gateway. */
export class Routes {
  readonly #options: RoutesOptions;

  /** @throws ProblemError NETWORK_REFUSED where a development origin is not on this machine */
  constructor(options: RoutesOptions) {
    this.#options = options;
    for (const url of Object.values(options.developmentOrigins ?? {})) developmentTarget(url);
  }

  /**
   * Connects to where requests of an origin go.
   *
   * @throws ProblemError NETWORK_REFUSED, UNAVAILABLE, CERTIFICATE_INVALID
   */
  async connect(url: URL): Promise<Socket> {
    const origin = originOf(url);
    const route = await this.#find(url, origin);
    try {
      return await dial(route, this.#options.openTcp);
    } catch (error) {
      throw connectFailure(error, origin);
    }
  }

  async #find(url: URL, origin: string): Promise<Route> {
    const { addresses, certificateAuthority: authority, developmentOrigins } = this.#options;
    if (developmentOrigins !== undefined) return this.#development(url, developmentOrigins[origin]);
    const port = portOf(url);
    if (origin.startsWith('loopback:'))
      return { addresses: LOOPBACK, port, tls: { name: 'localhost', authority, isVerified: false } };
    if (url.protocol !== 'https:' && url.protocol !== 'wss:')
      throw refused(`${origin} is not reached without TLS.`);
    const tls = { name: url.hostname, authority, isVerified: true };
    return { addresses: await addresses.find(url.hostname), port, tls };
  }

  #development(url: URL, mapped: string | undefined): Route {
    if (mapped === undefined)
      throw refused(`The development connection does not say where ${originOf(url)} goes.`);
    const target = developmentTarget(mapped);
    const isSecure = target.protocol === 'https:' || target.protocol === 'wss:';
    const name = originOf(url).startsWith('loopback:') ? 'localhost' : url.hostname;
    return {
      addresses: target.hostname === 'localhost' ? LOOPBACK : [target.hostname.replace(/^\[|\]$/g, '')],
      port: portOf(target),
      tls: isSecure ? { name, authority: this.#options.certificateAuthority, isVerified: true } : undefined,
    };
  }
}

function developmentTarget(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^(?:https?|wss?):$/.test(url.protocol) || !isOnThisMachine(url.hostname))
    throw refused(`"${text}" is no URL of this machine; a development connection leads nowhere else.`);
  return url;
}

function isOnThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
}
