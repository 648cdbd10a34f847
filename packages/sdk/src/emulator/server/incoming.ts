import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CallParts } from '../call/call.js';
import { urlOf, type Host } from './hosts.js';
import { readBody } from './read-body.js';

/** A request before it is known which route it belongs to. */
export interface Incoming extends Omit<CallParts, 'params' | 'matrix'> {
  /** As it stood on the wire, without the query. */
  readonly path: string;
}

/** Reads a request; undefined where it is none that an institution could get. */
export async function readIncoming(
  request: IncomingMessage,
  host: Host,
  signal: AbortSignal,
): Promise<Incoming | undefined> {
  const { method = '', url: target = '' } = request;
  const origin = host.origins[0] ?? '';
  if (!target.startsWith('/')) return undefined;
  const url = URL.parse(`${urlOf(origin).origin}${target}`);
  const localUrl = URL.parse(`${addressOf(request.socket)}${target}`);
  if (url === null || localUrl === null) return undefined;
  try {
    const body = await readBody(request);
    const path = target.split('?', 1)[0] ?? '';
    const headers = headersOf(request.rawHeaders);
    return { method, origin, url, localUrl, target, path, headers, body, signal };
  } catch {
    return undefined;
  }
}

function addressOf(socket: Socket): string {
  const { localAddress = '', localPort = 0 } = socket;
  return `${socket instanceof TLSSocket ? 'https' : 'http'}://${localAddress}:${localPort}`;
}

function headersOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : [],
  );
}
