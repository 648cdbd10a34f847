import { refused } from '../network-problem.js';
import { readTarget } from '../permission/index.js';
import type { AskedExchange, Exchanged } from './exchange.js';
import type { Header } from './header.js';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What goes along to another origin: nothing that the plugin may have got from the first one. */
const HARMLESS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-type']);
const OF_BODY: ReadonlySet<string> = new Set(['content-type', 'content-language', 'content-location']);

/**
 * The request that an answer leads to, by the rules of fetch; undefined where it is no redirect. It is one like any
 * other: it needs a permission, and has nothing of what was placed into the first.
 *
 * @throws ProblemError NETWORK_REFUSED, INVALID_REQUEST
 */
export function nextExchange(
  asked: AskedExchange,
  { answer, location, placed }: Exchanged,
): AskedExchange | undefined {
  if (!REDIRECTS.has(answer.status) || location === undefined) return undefined;
  if (location.includes('\\')) throw refused('The institution leads to a path with a backslash.');
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(location);
  const resolved = isRelative ? URL.parse(location, asked.target.url)?.href : location;
  const target = readTarget(resolved ?? '');
  const isAsGet = turnsToGet(answer.status, asked.method);
  const isElsewhere = target.origin !== asked.target.origin;
  const isKept = ([name]: Header): boolean => {
    const lower = name.toLowerCase();
    return !(isAsGet && OF_BODY.has(lower)) && !(isElsewhere && !HARMLESS.has(lower));
  };
  return {
    signal: asked.signal,
    target,
    method: isAsGet ? 'GET' : asked.method,
    headers: asked.headers.filter(isKept),
    body: isAsGet ? undefined : asked.body,
    placedBefore: placed,
  };
}

function turnsToGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}
