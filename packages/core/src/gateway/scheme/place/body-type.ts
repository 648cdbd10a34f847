import type { OutgoingRequest } from '../outgoing-request.js';

/** Tells whether a request says once what its body is, and that it is one of some media types. */
export function isBodyOf({ headers }: OutgoingRequest, types: readonly string[]): boolean {
  const said = headers.filter(([name]) => name.toLowerCase() === 'content-type');
  const [type = ''] = said[0]?.[1].split(';') ?? [];
  return said.length === 1 && types.includes(type.trim().toLowerCase());
}
