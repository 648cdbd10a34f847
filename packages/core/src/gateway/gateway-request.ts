import { invalidRequest } from './network-problem.js';
import { readTarget } from './permission/index.js';
import { checkHeaders } from './request/check-headers.js';
import type { AskedExchange } from './request/exchange.js';
import type { Header } from './request/header.js';

const MAX_BODY = 1_048_576;

/** The methods that a plugin may use. */
export const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** What a plugin asks for; nothing of it is trusted. */
export interface GatewayRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly Header[];
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

/** @throws ProblemError INVALID_REQUEST where it is no request that can be made */
export function toExchange({ method, url, headers, body, signal }: GatewayRequest): AskedExchange {
  const target = readTarget(url.href);
  if (!METHODS.has(method)) throw invalidRequest(`There is no method "${method}".`);
  if (body !== undefined && (method === 'GET' || method === 'HEAD'))
    throw invalidRequest(`A request with ${method} has no body.`);
  if ((body?.byteLength ?? 0) > MAX_BODY) throw invalidRequest('The body of the request is over 1 MiB.');
  checkHeaders(headers);
  return { method, target, headers, body, signal };
}
