import type { RequestPart } from '../../interfaces/index.js';
import type { OutgoingRequest } from './outgoing-request.js';

const NOTHING = new Uint8Array();

/** A part of a request as it goes over the wire. */
export function requestPart({ method, url, body }: OutgoingRequest, part: RequestPart): Uint8Array {
  if (part === 'body') return body ?? NOTHING;
  return Buffer.from(textPart(method, url, part));
}

function textPart(method: string, url: URL, part: Exclude<RequestPart, 'body'>): string {
  switch (part) {
    case 'method':
      return method;
    case 'url':
      return `${url.origin}${url.pathname}${url.search}`;
    case 'urlWithoutQuery':
      return `${url.origin}${url.pathname}`;
    case 'host':
      return url.host;
    case 'path':
      return url.pathname;
    case 'pathAndQuery':
      return `${url.pathname}${url.search}`;
    case 'query':
      return url.search.slice(1);
  }
}
