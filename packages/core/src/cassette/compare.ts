import type { NetworkRequest, SocketRequest } from '../cell/host/network-port.js';
import type { RecordedRequest, RequestExchange, SocketExchange } from './cassette.js';
import type { Compared } from './difference.js';
import { toRecorded, type RecordedBytes } from './recorded-bytes.js';

/** What a plugin asks for, in the words of a cassette. */
export type Asked =
  | { readonly kind: 'request'; readonly request: RecordedRequest }
  | { readonly kind: 'socket'; readonly request: SocketExchange['request'] };

export function askedRequest({ method, url, headers, body }: NetworkRequest): Asked {
  const sent = body === undefined ? {} : { body: toRecorded(body) };
  return { kind: 'request', request: { method, url: url.href, headers, ...sent } };
}

export function askedSocket({ url, protocols }: SocketRequest): Asked {
  return { kind: 'socket', request: { url: url.href, protocols } };
}

/** All parts of what was asked then and is asked now, the most telling first. */
export function compare(then: RequestExchange | SocketExchange | Asked, now: Asked): Compared[] {
  const [left, right] = [partsOf(then), partsOf(now)];
  return [...left.keys()].map((what) => ({ what, then: left.get(what) ?? '', now: right.get(what) ?? '' }));
}

export function isSame(then: RequestExchange | SocketExchange, now: Asked): boolean {
  return compare(then, now).every((part) => part.then === part.now);
}

/** In one line, such as `GET https://acme.example/a`. */
export function describeAsked({ kind, request }: RequestExchange | SocketExchange | Asked): string {
  return `${kind === 'request' && 'method' in request ? request.method : 'WebSocket'} ${request.url}`;
}

function partsOf(asked: RequestExchange | SocketExchange | Asked): Map<string, string> {
  const { request } = asked;
  const [method, headers, body, protocols] =
    'method' in request
      ? [request.method, headerText(request.headers), bodyText(request.body), '']
      : ['WebSocket', '', '', request.protocols.join(', ')];
  return new Map([
    ['method', method],
    ['url', request.url],
    ['protocols', protocols],
    ['headers', headers],
    ['body', body],
  ]);
}

/** In the order of their names: a plugin may set them in any. */
function headerText(headers: RecordedRequest['headers']): string {
  return headers
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .sort()
    .join('\n');
}

function bodyText(body: RecordedBytes | undefined): string {
  if (body === undefined) return '';
  return 'text' in body ? body.text : `base64 ${body.base64}`;
}
