import { ProblemError, type SigningScheme } from '../interfaces/index.js';
import { AddressBook, openTcp, resolveBySystem } from './address/index.js';
import type { GatewayConnection, GatewayContext } from './gateway-context.js';
import { invalidRequest, notPermitted, refused } from './network-problem.js';
import { originOf, readTarget, type GrantedPermission } from './permission/index.js';
import { Pace } from './pace.js';
import type { GatewayPorts } from './ports.js';
import type { AnswerBody } from './request/answer-body.js';
import { checkHeaders } from './request/check-headers.js';
import { Cookies } from './request/cookies.js';
import { exchange, type AskedExchange, type Exchanged } from './request/exchange.js';
import type { Header } from './request/header.js';
import { HttpClient, type HttpLimits, type HttpSender } from './request/http-client.js';
import { nextExchange } from './request/redirect.js';
import { Routes } from './request/routes.js';
import { Slots } from './request/slots.js';
import type { SecretSearch } from './secret/index.js';
import { openSocket, type GatewaySocket, type SocketRequest } from './socket/index.js';

const MAX_BODY = 1_048_576;
const MAX_CONCURRENT = 6;
const MAX_REDIRECTS = 5;
const MAX_SOCKETS = 4;
/** Refusals are written down for ever: a plugin that goes on and on is kept waiting. */
const REFUSALS_PER_MINUTE = 300;
/** Characters of an origin that is written down; those that a permission can name are shorter. */
const MAX_ORIGIN = 300;
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** What a plugin asks for; nothing of it is trusted. */
export interface GatewayRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

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
  readonly #refusals = new Pace(REFUSALS_PER_MINUTE, 60_000);
  readonly #closing = new AbortController();
  /** Open ones, and undefined for each that is being opened. */
  readonly #sockets = new Map<symbol, GatewaySocket | undefined>();
  #granted: readonly GrantedPermission[] | undefined;
  /** Another number with each change of credentials. */
  #session = 0;

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
      const first = await this.#recorded(request, async () => toExchange(request));
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
    const key = Symbol('socket');
    const isFull = this.#sockets.size >= MAX_SOCKETS;
    const session = this.#session;
    this.#sockets.set(key, undefined);
    try {
      return await this.#recorded({ method: 'GET', url: request.url }, async () => {
        if (isFull) throw invalidRequest(`There are ${MAX_SOCKETS} sockets open already.`);
        const socket = await openSocket(this.#context, request, () => this.#sockets.delete(key));
        if (this.#sockets.has(key)) this.#sockets.set(key, socket);
        // It may have been revoked while it was opened, or other credentials were given.
        socket.recheck();
        if (session !== this.#session) socket.lapse();
        return socket;
      });
    } catch (error) {
      this.#sockets.delete(key);
      throw error;
    }
  }

  /** Takes other permissions for all requests from here on; sockets that they do not allow are closed. */
  grant(permissions: readonly GrantedPermission[]): void {
    this.#granted = permissions;
    this.#recheckSockets();
  }

  /** Ends the session of credentials in whose place there are others: its sockets and its cookies. */
  endSession(): void {
    this.#session += 1;
    this.#context.cookies.clear();
    for (const socket of this.#sockets.values()) socket?.lapse();
  }

  /** Lets nothing through any more. */
  revoke(): void {
    this.#granted = undefined;
    this.#recheckSockets();
  }

  /** Ends everything that is open. */
  async close(): Promise<void> {
    this.revoke();
    this.#closing.abort();
    const sockets = [...this.#sockets.values()].map((socket) => socket?.closed);
    await Promise.all([this.#context.client.close(), ...sockets]);
  }

  #recheckSockets(): void {
    for (const socket of this.#sockets.values()) socket?.recheck();
  }

  async #follow(first: AskedExchange): Promise<{ answer: Exchanged['answer']; url: URL }> {
    let asked = first;
    for (let hops = 0; ; hops += 1) {
      const { method, target } = asked;
      const { exchanged, next } = await this.#recorded({ method, url: target.url }, () =>
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

  /** Writes down what was not let through; what was sent and failed is written down already. */
  async #recorded<Result>(
    { method, url }: { readonly method: string; readonly url: URL },
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ProblemError && REFUSALS.has(error.code))
        await this.#refuse({
          method: METHODS.has(method) ? method : 'unknown',
          origin: originOf(url).slice(0, MAX_ORIGIN),
          code: error.code,
        });
      throw error;
    }
  }

  async #refuse(refusal: {
    readonly method: string;
    readonly origin: string;
    readonly code: string;
  }): Promise<void> {
    const { ports, connection } = this.#context;
    await this.#refusals.enter(this.#closing.signal).catch(() => undefined);
    await ports.audit.append({ kind: 'refusal', connection: connection.id, ...refusal });
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'PERMISSION_DENIED',
  'NETWORK_REFUSED',
  'INVALID_REQUEST',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_INVALID',
  'AUTH_EXPIRED',
  'MANIFEST_INVALID',
  'RATE_LIMITED',
]);

function toExchange({ method, url, headers, body, signal }: GatewayRequest): AskedExchange {
  const target = readTarget(url.href);
  if (!METHODS.has(method)) throw invalidRequest(`There is no method "${method}".`);
  if (body !== undefined && (method === 'GET' || method === 'HEAD'))
    throw invalidRequest(`A request with ${method} has no body.`);
  if ((body?.byteLength ?? 0) > MAX_BODY) throw invalidRequest('The body of the request is over 1 MiB.');
  checkHeaders(headers);
  return { method, target, headers, body, signal };
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
    if (length > MAX_BODY) return;
  }
}
