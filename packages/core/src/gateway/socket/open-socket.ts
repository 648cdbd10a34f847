import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { GatewayContext } from '../gateway-context.js';
import { canceled, invalidRequest, unavailable } from '../network-problem.js';
import { matchSocket, readTarget, type PermissionMatch, type Target } from '../permission/index.js';
import { outcomeOf } from '../request/audited-exchange.js';
import { USER_AGENT } from '../request/exchange.js';
import type { Header } from '../request/header.js';
import { pauseAfter } from '../request/retry-after.js';
import { fillsFrames, prepare, type PreparedRequest } from '../scheme/index.js';
import { GatewaySocket, MAX_FRAME } from './gateway-socket.js';

const HANDSHAKE_MS = 15_000;
const MAX_PROTOCOLS = 8;
/** RFC 6455: a token. */
const PROTOCOL = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/;

/** What a plugin asks for; nothing of it is trusted. */
export interface SocketRequest {
  readonly url: URL;
  readonly protocols: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Opens a WebSocket.
 *
 * @throws ProblemError
 */
export async function openSocket(
  context: GatewayContext,
  { url, protocols, signal }: SocketRequest,
  onClosed: () => void,
): Promise<GatewaySocket> {
  const target = readTarget(url.href);
  if (target.url.protocol !== 'wss:') throw invalidRequest('A WebSocket has a URL that begins with wss:.');
  if (protocols.length > MAX_PROTOCOLS || !protocols.every((name) => PROTOCOL.test(name)))
    throw invalidRequest('The subprotocols of a WebSocket are few and short names.');
  const { opening } = matchSocket(context.granted(), target);
  const key = `${target.origin} ${context.connection.account}`;
  const { perMinute } = opening.permission;
  const { ports } = context;
  const { priority, onWaiting } = ports.situation();
  await ports.budget.enter({ key, perMinute, priority, signal, onWaiting });
  matchSocket(context.granted(), target);
  const prepared = prepareHandshake(context, target, opening);
  const exchange = randomUUID();
  try {
    await writeStart(context, { exchange, target, opening, prepared });
    const socket = await shakeHands(context, { prepared, protocols, signal, key });
    const { secrets } = prepared;
    return new GatewaySocket(socket, { context, target, exchange, signal, secrets, onClosed });
  } catch (error) {
    await writeFailure(context, exchange, error);
    throw error;
  } finally {
    prepared.run.dispose();
  }
}

function prepareHandshake(
  { schemes, ports, cookies }: GatewayContext,
  { url }: Target,
  { permission: { scheme: name = '', credentials = [] } }: PermissionMatch,
): PreparedRequest {
  const own = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  const scheme = own === undefined || fillsFrames(own) ? { place: [] } : own;
  const headers: Header[] = [['user-agent', USER_AGENT], ...cookies.headerFor(url)];
  return prepare({
    request: { method: 'GET', url, headers, body: undefined },
    scheme,
    name,
    allowed: credentials,
    sources: ports.vault,
    ports: ports.scheme,
    isLogin: ports.situation().isLogin,
  });
}

async function shakeHands(
  context: GatewayContext,
  {
    prepared,
    protocols,
    signal,
    key,
  }: { prepared: PreparedRequest; protocols: readonly string[]; signal: AbortSignal; key: string },
): Promise<WebSocket> {
  const { url, headers } = prepared.request;
  const connection = await context.routes.connect(url);
  if (signal.aborted) {
    connection.destroy();
    throw canceled();
  }
  const socket = new WebSocket(url, [...protocols], {
    createConnection: () => connection,
    headers: Object.fromEntries(headers),
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: MAX_FRAME,
    // A window of compression for each socket costs more memory than it saves, and swells.
    perMessageDeflate: false,
  });
  // The first frames may come with the answer, before anybody listens.
  socket.once('open', () => socket.pause());
  socket.once('upgrade', ({ headers: own }: IncomingMessage) =>
    context.cookies.take(
      (own['set-cookie'] ?? []).map((value) => ['set-cookie', value]),
      url,
    ),
  );
  await opened(context, socket, { connection, signal, key });
  return socket;
}

async function opened(
  { ports }: GatewayContext,
  socket: WebSocket,
  { connection, signal, key }: { connection: Socket; signal: AbortSignal; key: string },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const onAbort = (): void => {
    reject(canceled());
    socket.terminate();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  socket.once('open', () => resolve(undefined));
  socket.on('error', (error) => reject(unavailable('The WebSocket was not opened.', error)));
  socket.once('unexpected-response', (_, answer: IncomingMessage) => {
    const status = answer.statusCode ?? 0;
    const until = pauseAfter(status, pairsOf(answer.rawHeaders), ports.scheme.now());
    const paused = until === undefined ? Promise.resolve() : ports.budget.pause(key, until);
    connection.destroy();
    paused.then(() => reject(unavailable(`The WebSocket was refused with status ${status}.`)), reject);
  });
  try {
    await promise;
  } catch (error) {
    connection.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function writeStart(
  { ports, connection, isDevelopment }: GatewayContext,
  {
    exchange,
    target,
    opening,
    prepared,
  }: { exchange: string; target: Target; opening: PermissionMatch; prepared: PreparedRequest },
): Promise<void> {
  await ports.audit.append({
    kind: 'socket',
    connection: connection.id,
    exchange,
    method: 'GET',
    origin: target.origin,
    pattern: opening.pattern,
    permission: opening.id,
    credentials: prepared.used,
    requestBytes: 0,
    requestHash: createHash('sha256').digest('hex'),
    isDevelopment,
  });
}

async function writeFailure(
  { ports, connection }: GatewayContext,
  exchange: string,
  error: unknown,
): Promise<void> {
  await ports.audit.append({
    kind: 'socketEnd',
    connection: connection.id,
    exchange,
    framesOut: 0,
    framesIn: 0,
    bytesOut: 0,
    bytesIn: 0,
    milliseconds: 0,
    outcome: outcomeOf(error),
  });
}

function pairsOf(raw: readonly string[]): Header[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}
