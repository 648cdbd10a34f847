import type { OutgoingRequest } from '../outgoing-request.js';

/** RFC 6265: the characters of a name and of a value. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;

/**
 * The request with one more cookie behind those that the host keeps for the connection; a kept one of the same name
 * gives way. Plugins write no cookies, so all that are there are the host's.
 */
export function placeCookie(request: OutgoingRequest, name: string, value: string): OutgoingRequest | string {
  if (!NAME.test(name) || !VALUE.test(value)) return `The value is no text for the cookie "${name}".`;
  const isCookie = ([header]: readonly [string, string]): boolean => header.toLowerCase() === 'cookie';
  const kept = request.headers
    .filter(isCookie)
    .flatMap(([, content]) => content.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && pair.split('=', 1)[0] !== name);
  const cookie = [...kept, `${name}=${value}`].join('; ');
  return {
    ...request,
    headers: [...request.headers.filter((header) => !isCookie(header)), ['cookie', cookie]],
  };
}
