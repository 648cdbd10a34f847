import { HEADER_LIMIT, REQUEST_BODY_BYTES, URL_LENGTH } from '../../channel/network-limits.js';
import { networkRefusal } from '../host-error.js';
import { startRequest } from '../network/requests.js';
import { mayUse } from '../rights.js';
import { Request } from './request.js';
import { receivedResponse, type Response } from './response.js';

/** Asks the host to make a request. Where that is refused or fails, the error has the code of the problem. */
export async function fetch(input: unknown, init?: object): Promise<Response> {
  if (!mayUse('network')) throw networkRefusal();
  const request = new Request(input, init);
  const { signal, method } = request;
  signal.throwIfAborted();
  const url = addressOf(request);
  const headers = [...request.headers];
  if (headers.length > HEADER_LIMIT) throw new TypeError(`a request has at most ${HEADER_LIMIT} headers`);
  const body = request.body === null ? undefined : await request.bytes();
  if (body !== undefined && body.length > REQUEST_BODY_BYTES)
    throw new TypeError(`the body of a request has at most ${REQUEST_BODY_BYTES} bytes`);
  signal.throwIfAborted();
  // A body without bytes is none.
  const answer = await startRequest(
    { method, url, headers, body: body?.length === 0 ? undefined : body },
    signal,
  );
  return receivedResponse(answer, { method, url });
}

function addressOf({ url }: Request): string {
  if (url.length > URL_LENGTH) throw new TypeError(`an address has at most ${URL_LENGTH} characters`);
  return url;
}
