import type { Discriminator } from '../../interfaces/index.js';
import { fold, type Discriminated } from './discriminate.js';
import { mediaTypeOf } from './media-type.js';

/** What servers take another method from, where a program may not choose its own; a `_` stands for `-`, `.` and a space. */
const OVERRIDES: ReadonlySet<string> = new Set([
  '_method',
  '_httpmethod',
  '_http_method',
  'http_method',
  'http_method_override',
  'x_http_method',
  'x_http_method_override',
  'x_method_override',
  'x_original_method',
]);

/** Texts that hold no such name in any spelling are not taken apart. */
const SUSPICIOUS = /method|[%\\\u0080-\uffff]/i;

/**
 * The name of a member by which a server may carry out another method than the one that was allowed; undefined where
 * there is none, or where the permission itself looks at it.
 */
export function methodOverride(
  { url, headers, body }: Discriminated,
  when: Discriminator | undefined,
): string | undefined {
  const found = (place: Discriminator['in'], names: readonly string[]): string | undefined =>
    names.find((name) => OVERRIDES.has(plain(name)) && !(when?.in === place && memberName(when) === name));
  const inQuery = found('query', pairNames(url.search.slice(1)));
  if (inQuery !== undefined || body === undefined) return inQuery;
  const text = Buffer.from(body).toString();
  if (!SUSPICIOUS.test(text)) return undefined;
  return mediaTypeOf(headers) === 'json'
    ? found('json', jsonNames(text))
    : found('form', [...pairNames(text), ...partNames(text)]);
}

/** A member of a form by its name, one of JSON by a pointer. */
function memberName({ in: place, member }: Discriminator): string {
  return place === 'json' ? member.replace(/^\//, '') : member;
}

function plain(name: string): string {
  return fold(name).replace(/\[.*$/s, '').replace(/[-. ]/g, '_');
}

function pairNames(text: string): string[] {
  if (!SUSPICIOUS.test(text)) return [];
  // A `;` separates pairs for some.
  return [...new URLSearchParams(text.replaceAll(';', '&')).keys()];
}

/** The fields of a form that is sent in parts. */
function partNames(text: string): string[] {
  return [...text.matchAll(/\bname\s*=\s*"?([^"\r\n;]*)/gi)].map(([, name = '']) => name);
}

function jsonNames(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}
