import type { X509Certificate } from 'node:crypto';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { ProblemError } from '../../interfaces/index.js';
import { certificateInvalid } from './certificate.js';
import { isLoopback } from './loopback.js';

/** How long all attempts together may take, in milliseconds. */
const CONNECT_MS = 10_000;
/** How long one address is tried while there are others. */
const ATTEMPT_MS = 3_000;

/** Where a connection goes. */
export interface Route {
  /** Checked addresses, tried one after the other. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** Undefined for a connection without TLS. */
  readonly tls:
    | {
        /** The name that the certificate must have. */
        readonly name: string;
        /** PEM; the authorities of the system unless told. */
        readonly authority?: string | undefined;
        /**
         * Decides on the certificate itself, in place of authority, name and dates, before anything is sent; on loopback
         * alone, where programs sign their certificates themselves. Throws for one that it does not take.
         */
        readonly judge?: (certificate: X509Certificate) => void;
      }
    | undefined;
}

/** Opens a TCP connection to exactly that address. */
export type OpenTcp = (target: { readonly host: string; readonly port: number }) => Socket;

export const openTcp: OpenTcp = (target) => connectTcp({ ...target, noDelay: true, keepAlive: true });

/** Connects to the first address of a route that answers; fails with what is wrong with the first one. */
export async function dial(route: Route, open: OpenTcp = openTcp): Promise<Socket> {
  const isJudged = route.tls?.judge !== undefined;
  if (isJudged && !route.addresses.every(isLoopback))
    throw new Error('Only on loopback a certificate takes the place of an authority.');
  const deadline = Date.now() + CONNECT_MS;
  const failures: unknown[] = [];
  for (const [index, host] of route.addresses.entries()) {
    const left = deadline - Date.now();
    if (left <= 0) break;
    const isLast = index === route.addresses.length - 1;
    try {
      return await dialOne(
        route,
        open({ host, port: route.port }),
        isLast ? left : Math.min(left, ATTEMPT_MS),
      );
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      failures.push(error);
    }
  }
  const [failure = new Error('There is no address.')] = failures;
  throw failure;
}

async function dialOne({ tls }: Route, tcp: Socket, milliseconds: number): Promise<Socket> {
  const socket =
    tls === undefined
      ? tcp
      : connectTls({
          socket: tcp,
          servername: tls.name,
          minVersion: 'TLSv1.2',
          ALPNProtocols: ['http/1.1'],
          rejectUnauthorized: tls.judge === undefined,
          ...(tls.authority === undefined ? {} : { ca: tls.authority }),
        });
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const timer = setTimeout(() => reject(timedOut()), milliseconds);
  const fail = (error: Error): void => reject(error);
  // They stay: an error before the next owner listens would end the host.
  tcp.on('error', fail);
  socket.on('error', fail);
  socket.once(tls === undefined ? 'connect' : 'secureConnect', () => resolve(socket));
  socket.once('close', () => reject(new Error('The connection was closed.')));
  try {
    const connected = await promise;
    if (tls?.judge !== undefined) judge(socket, tls.judge);
    return connected;
  } catch (error) {
    socket.destroy();
    tcp.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The handshake has shown that the program has the key of its certificate. */
function judge(socket: Socket, decide: (certificate: X509Certificate) => void): void {
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  if (certificate === undefined) throw certificateInvalid('The program showed no certificate.');
  decide(certificate);
}

function timedOut(): Error {
  return Object.assign(new Error('The connection was not made in time.'), { code: 'ETIMEDOUT' });
}
