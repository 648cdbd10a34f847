import { invalidRequest } from '../network-problem.js';
import type { Header } from './header.js';

const MAX_HEADERS = 100;
/** Characters of all names and values. */
const MAX_LENGTH = 32_768;

/** RFC 9110: the characters of a name, and of a value. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * What is the host's to say: how the message is sent and who sends it, secrets, what makes a server read another method
 * or path than the permission was given for, and what has it answer in pieces or letters in which no secret is found.
 */
const RESERVED: ReadonlySet<string> = new Set([
  'a-im',
  'accept-charset',
  'accept-encoding',
  'alt-used',
  'authorization',
  'cf-connecting-ip',
  'client-ip',
  'connection',
  'content-encoding',
  'content-length',
  'cookie',
  'cookie2',
  'expect',
  'forwarded',
  'host',
  'http2-settings',
  'if-range',
  'keep-alive',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'true-client-ip',
  'upgrade',
  'user-agent',
  'via',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-forwarded',
  'x-host',
  'x-http-host-override',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-original-host',
  'x-original-method',
  'x-original-uri',
  'x-original-url',
  'x-originating-ip',
  'x-override-url',
  'x-real-ip',
  'x-remote-addr',
  'x-remote-ip',
  'x-rewrite-url',
]);
const RESERVED_START = /^(?:proxy-|sec-|x-forwarded-)/;

/** Headers that say in which letters something is, or is wanted. */
const LETTERED: ReadonlySet<string> = new Set(['accept', 'content-type']);
/** Letters whose ASCII is that of UTF-8: in others, such as UTF-16 or EBCDIC, a body may say what nobody here reads. */
const CHARSET = /;\s*charset="?(?:utf-8|us-ascii|iso-8859-\d+|windows-125\d)"?\s*(?:[;,]|$)/gi;

/** @throws ProblemError INVALID_REQUEST for headers that a plugin must not write */
export function checkHeaders(headers: readonly Header[]): void {
  const length = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (headers.length > MAX_HEADERS || length > MAX_LENGTH)
    throw invalidRequest('The request has too many headers.');
  for (const [name, value] of headers) {
    if (!NAME.test(name)) throw invalidRequest('The name of a header has a character that it cannot have.');
    if (!VALUE.test(value)) throw invalidRequest(`The header "${name}" has a character that it cannot have.`);
    if (isReserved(name)) throw invalidRequest(`The header "${name}" is written by the host alone.`);
    if (LETTERED.has(name.toLowerCase()) && /charset/i.test(value.replaceAll(CHARSET, '')))
      throw invalidRequest(
        `The header "${name}" names letters that not every program reads alike; use UTF-8.`,
      );
  }
}

function isReserved(name: string): boolean {
  // Some servers take an underscore, and whatever is no letter, for a hyphen.
  const lower = name.toLowerCase().replace(/[^a-z0-9]/g, '-');
  return RESERVED.has(lower) || RESERVED_START.test(lower);
}
