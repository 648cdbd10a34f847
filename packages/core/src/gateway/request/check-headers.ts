import { invalidRequest } from '../network-problem.js';
import type { Header } from './header.js';

const MAX_HEADERS = 100;
/** Characters of all names and values. */
const MAX_LENGTH = 32_768;

/** RFC 9110: the characters of a name, and of a value. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * What is the host's to say: how the message is sent and who sends it, secrets, and what makes a server read another
 * method or path than the permission was given for.
 */
const RESERVED: ReadonlySet<string> = new Set([
  'accept-encoding',
  'alt-used',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'cookie',
  'cookie2',
  'expect',
  'forwarded',
  'host',
  'http2-settings',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
  'x-host',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-original-method',
  'x-original-url',
  'x-real-ip',
  'x-rewrite-url',
]);
const RESERVED_START = /^(?:proxy-|sec-|x-forwarded-)/;

/** Letters whose ASCII is that of UTF-8: in others, such as UTF-16 or EBCDIC, a body may say what nobody here reads. */
const CHARSET = /;\s*charset="?(?:utf-8|us-ascii|iso-8859-\d+|windows-125\d)"?\s*(?:;|$)/gi;

/** @throws ProblemError INVALID_REQUEST for headers that a plugin must not write */
export function checkHeaders(headers: readonly Header[]): void {
  const length = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (headers.length > MAX_HEADERS || length > MAX_LENGTH)
    throw invalidRequest('The request has too many headers.');
  for (const [name, value] of headers) {
    if (!NAME.test(name)) throw invalidRequest('The name of a header has a character that it cannot have.');
    if (!VALUE.test(value)) throw invalidRequest(`The header "${name}" has a character that it cannot have.`);
    if (isReserved(name)) throw invalidRequest(`The header "${name}" is written by the host alone.`);
    if (name.toLowerCase() === 'content-type' && /charset/i.test(value.replaceAll(CHARSET, '')))
      throw invalidRequest('The body is in letters that not every program reads alike; use UTF-8.');
  }
}

function isReserved(name: string): boolean {
  // Some servers take an underscore, and whatever is no letter, for a hyphen.
  const lower = name.toLowerCase().replace(/[^a-z0-9]/g, '-');
  return RESERVED.has(lower) || RESERVED_START.test(lower);
}
