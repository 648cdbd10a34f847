import { invalidRequest, refused } from '../network-problem.js';

/** The longest URL of a request. */
const MAX_URL = 16_384;

// eslint-disable-next-line no-control-regex -- these are what must not be there
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u009f]/;

/** Escapes that hide a separator, a step, a control character or another escape, or stand for what needs no escape. */
const HIDING = /%(?:[01][0-9a-f]|25[0-9a-f]{2}|2[def]|3[0-9]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef])/i;

/** Where a request goes, in the one spelling that permissions are compared with. */
export interface Target {
  readonly url: URL;
  /** `https://host`, with a port where it is not the default one, or `loopback:<port>`. */
  readonly origin: string;
  /** Percent escapes in upper case. */
  readonly segments: readonly string[];
}

/**
 * Reads the URL of a request. What two programs may read as two different paths is refused before any permission is
 * looked at.
 *
 * @throws ProblemError INVALID_REQUEST, NETWORK_REFUSED
 */
export function readTarget(text: string): Target {
  if (text.length > MAX_URL) throw invalidRequest('The URL is too long.');
  if (UNPRINTABLE.test(text)) throw refused('The URL has a space or a control character.');
  const parsed = URL.parse(text);
  if (parsed === null) throw invalidRequest('The URL cannot be read.');
  if (parsed.username !== '' || parsed.password !== '')
    throw refused('The URL has a user name or a password in it.');
  parsed.hash = '';
  checkPath(text.split(/[?#]/, 1)[0] ?? '');
  checkPath(parsed.pathname);
  return { url: parsed, origin: originOf(parsed), segments: segmentsOf(parsed.pathname) };
}

/** How permissions name the origin of a URL; `ws` and `http` are origins that no permission names. */
export function originOf({ protocol, hostname, host, port }: URL): string {
  const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  const isSecure = protocol === 'https:' || protocol === 'wss:';
  if (isLoopback && isSecure) return `loopback:${port === '' ? '443' : port}`;
  return `${protocol}//${host}`;
}

/** @param text A path, or a URL without query and fragment. */
function checkPath(text: string): void {
  const path = text.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  if (path.includes('\\')) throw refused('The path has a backslash.');
  if (path.includes('//')) throw refused('The path has an empty segment.');
  if (/(?:^|\/)\.{1,2}(?:[/;]|$)/.test(path)) throw refused('The path has a step such as "..".');
  if (HIDING.test(path))
    throw refused('The path has a percent escape that stands for a plain character or a separator.');
  if (!isWellEscaped(path)) throw refused('The path has a percent escape that is no UTF-8.');
}

function isWellEscaped(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function segmentsOf(pathname: string): string[] {
  return pathname
    .slice(1)
    .split('/')
    .map((segment) => segment.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase()));
}
