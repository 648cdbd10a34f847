import type { OutgoingRequest } from '../outgoing-request.js';

/** RFC 9110: the characters of a name, and of a value without white space around it. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)?$/;

/** Headers that say how a message is sent, or that other placements fill. */
const TRANSPORT: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
  'cookie',
]);

/** Tells whether a recipe may fill a header of this name. */
export function isPlaceableHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return NAME.test(name) && !TRANSPORT.has(lower) && !lower.startsWith('proxy-') && !lower.startsWith('sec-');
}

/** The request with one more header; a message where it cannot have it. */
export function placeHeader(request: OutgoingRequest, name: string, value: string): OutgoingRequest | string {
  if (!isPlaceableHeader(name)) return `A recipe cannot fill the header "${name}".`;
  if (hasHeader(request, name)) return `The plugin wrote the header "${name}" itself.`;
  if (!VALUE.test(value)) return `The value is no text for the header "${name}".`;
  return { ...request, headers: [...request.headers, [name, value]] };
}

function hasHeader({ headers }: OutgoingRequest, name: string): boolean {
  return headers.some(([other]) => other.toLowerCase() === name.toLowerCase());
}
