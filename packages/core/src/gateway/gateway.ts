import type { SigningScheme } from '../interfaces/index.js';
import { AddressBook, openTcp, resolveBySystem } from './address/index.js';
import type { GatewayConnection, GatewayContext } from './gateway-context.js';
import { toExchange, type GatewayRequest } from './gateway-request.js';
import { notPermitted, refused } from './network-problem.js';
import type { GrantedPermission } from './permission/index.js';
import type { GatewayPorts } from './ports.js';
import { Refusals } from './refusals.js';
import type { AnswerBody } from './request/answer-body.js';
import { Cookies } from './request/cookies.js';
import { exchange, type AskedExchange, type Exchanged } from './request/exchange.js';
import type { Header } from './request/header.js';
import { HttpClient, type HttpLimits, type HttpSender } from './request/http-client.js';
import { nextExchange } from './request/redirect.js';
import { Routes } from './request/routes.js';
import { Slots } from './request/slots.js';
import type { SecretSearch } from './secret/index.js';
import { OpenSockets, type GatewaySocket, type SocketRequest } from './socket/index.js';

const MAX_CONCURRENT = 6;
const MAX_REDIRECTS = 5;
/** Bytes of an answer that nobody wants. */
const MAX_DISCARDED = 1_048_576;

/** What the plugin may see of an answer. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: AnswerBody;
  /** Where it came from, after redirects. */
  readonly url: URL;
}

export interface GatewayOptions {
  /** What the user granted of what the manifest asks for. */
  readonly permissions: readonly GrantedPermission[];
  readonly schemes: Readonly<Record<string, SigningScheme>>;
  readonly connection: GatewayConnection;
  readonly ports: GatewayPorts;
  /** Of a development connection: where each origin really goes, on this machine. */
  readonly developmentOrigins?: Readonly<Record<string, string>>;
  /** Lower ones for tests. */
  readonly limits?: HttpLimits;
  /** In place of the own client: for tests whose clock stands still. */
  readonly client?: HttpSender;
}

/** The one door of a plugin to the network, for one connection of the user. */
export class Gateway {
  readonly #context: GatewayContext;
  readonly #slots = new Slots(MAX_CONCURRENT);
  readonly #sockets: OpenSockets;
  readonly #refusals: Refusals;
  #granted: readonly GrantedPermission[] | undefined;

  /** @throws ProblemError NETWORK_REFUSED where a development origin is not on this machine */
  constructor({
    permissions,
    schemes,
    connection,
    ports,
    developmentOrigins,
    limits,
    client,
  }: GatewayOptions) {
    this.#granted = permissions;
    const routes = new Routes({
      addresses: new AddressBook(ports.resolve ?? resolveBySystem, ports.scheme.now),
      openTcp: ports.openTcp ?? openTcp,
      certificateAuthority: ports.certificateAuthority,
      developmentOrigins,
      programAt: ports.programAt ?? (() => undefined),
      connectionId: connection.id,
    });
    this.#context = {
      connection,
      schemes,
      ports,
      isDevelopment: developmentOrigins !== undefined,
      client: client ?? new HttpClient(routes, limits),
      routes,
      cookies: new Cookies(),
      granted: () => this.#granted ?? revoked(),
    };
    this.#sockets = new OpenSockets(this.#context);
    this.#refusals = new Refusals(ports.audit, connection.id);
  }

  /**
   * Makes a request and follows where it leads. The body of the answer has to be read or closed, since it holds one of
   * the places for requests.
   *
   * @throws ProblemError
   */
  async fetch(request: GatewayRequest): Promise<GatewayAnswer> {
    const leave = await this.#slots.take(request.signal);
    try {
      const first = await this.#refusals.during(request, async () => toExchange(request));
      const { answer, url } = await this.#follow(first);
      void answer.ended.then(leave);
      return { status: answer.status, headers: answer.headers, body: answer.body, url };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /**
   * Opens a WebSocket.
   *
   * @throws ProblemError
   */
  async connect(request: SocketRequest): Promise<GatewaySocket> {
    return this.#refusals.during({ method: 'GET', url: request.url }, () => this.#sockets.open(request));
  }

  /** Takes other permissions for all requests from here on; sockets that they do not allow are closed. */
  grant(permissions: readonly GrantedPermission[]): void {
    this.#granted = permissions;
    this.#sockets.recheck();
  }

  /** Ends the session of credentials in whose place there are others: its sockets and its cookies. */
  endSession(): void {
    this.#context.cookies.clear();
    this.#sockets.lapse();
  }

  /** Lets nothing through any more. */
  revoke(): void {
    this.#granted = undefined;
    this.#sockets.recheck();
  }

  /** Ends everything that is open. */
  async close(): Promise<void> {
    this.revoke();
    this.#refusals.close();
    await Promise.all([this.#context.client.close(), this.#sockets.closed()]);
  }

  async #follow(first: AskedExchange): Promise<{ answer: Exchanged['answer']; url: URL }> {
    let asked = first;
    for (let hops = 0; ; hops += 1) {
      const { method, target } = asked;
      const { exchanged, next } = await this.#refusals.during({ method, url: target.url }, () =>
        this.#hop(asked, hops),
      );
      const { answer, search } = exchanged;
      if (next === undefined) return { answer, url: blankUrl(target.url, search) };
      asked = next;
    }
  }

  async #hop(
    asked: AskedExchange,
    hops: number,
  ): Promise<{ exchanged: Exchanged; next: AskedExchange | undefined }> {
    if (hops > MAX_REDIRECTS)
      throw refused('The institution leads from one address to the next without an end.');
    const exchanged = await exchange(this.#context, asked);
    return { exchanged, next: await leadsTo(asked, exchanged) };
  }
}

function blankUrl(url: URL, search: SecretSearch): URL {
  const shown = search.blankText(url.href);
  return shown === url.href ? url : new URL(shown);
}

function revoked(): never {
  throw notPermitted('The permissions of the plugin were revoked.');
}

async function leadsTo(asked: AskedExchange, exchanged: Exchanged): Promise<AskedExchange | undefined> {
  try {
    const next = nextExchange(asked, exchanged);
    if (next !== undefined) await discard(exchanged.answer.body);
    return next;
  } catch (error) {
    exchanged.answer.close();
    throw error;
  }
}

/** Reads a body that nobody wants, so that the connection can be used again; not a long one. */
async function discard(body: AsyncIterable<Uint8Array>): Promise<void> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MAX_DISCARDED) return;
  }
}
