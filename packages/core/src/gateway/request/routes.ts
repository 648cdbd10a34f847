import type { LocalProgram } from '../../store/index.js';
import {
  certificateInvalid,
  dial,
  fingerprintOf,
  LOOPBACK,
  type AddressBook,
  type OpenTcp,
  type Route,
} from '../address/index.js';
import { refused } from '../network-problem.js';
import { originOf } from '../permission/index.js';
import { connectFailure, localFailure } from './failure.js';
import type { Socket } from 'node:net';

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
  /** The program that the user trusts for a `loopback:<port>` of the manifest. Looked at for each new connection. */
  readonly programAt: (origin: string) => LocalProgram | undefined;
  /** How the user names this connection. */
  readonly connectionId: string;
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
      throw origin.startsWith('loopback:') ? localFailure(error, route.port) : connectFailure(error, origin);
    }
  }

  async #find(url: URL, origin: string): Promise<Route> {
    const { addresses, certificateAuthority: authority, developmentOrigins } = this.#options;
    if (developmentOrigins !== undefined) return this.#development(url, developmentOrigins[origin]);
    if (origin.startsWith('loopback:')) return this.#local(origin);
    if (url.protocol !== 'https:' && url.protocol !== 'wss:')
      throw refused(`${origin} is not reached without TLS.`);
    const tls = { name: url.hostname, authority };
    return { addresses: await addresses.find(url.hostname), port: portOf(url), tls };
  }

  /** To a program of this machine, which has to show the one certificate that the user has seen. */
  #local(origin: string): Route {
    const { programAt, connectionId } = this.#options;
    const program = programAt(origin);
    const remedy = `Compare its certificate and approve it: bourse connect ${connectionId} --local`;
    if (program === undefined)
      throw refused(`For this connection nobody has approved a program on this machine (${origin}).`, remedy);
    return {
      addresses: LOOPBACK,
      port: program.port,
      tls: {
        name: 'localhost',
        judge: (certificate) => {
          if (fingerprintOf(certificate) === program.certificate) return;
          const message = `What listens on port ${program.port} of this machine shows another certificate than the one that was approved.`;
          throw certificateInvalid(message, `Find out why before you trust it. ${remedy}`);
        },
      },
    };
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
      tls: isSecure ? { name, authority: this.#options.certificateAuthority } : undefined,
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
