import type { Discriminator } from '../../interfaces/index.js';
import { pairsOf } from '../scheme/index.js';
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
const SUSPICIOUS = /method|[\0%\\\u0080-\uffff]/i;

/** A name that stands by itself, in whatever it is written. */
const SPOKEN = new RegExp(
  `(?<![a-z0-9])(?:${[...OVERRIDES].map((name) => name.replaceAll(/(?<=.)_/g, '[-_. ]').replace(/^_/, '[-_.]')).join('|')})(?![a-z0-9])`,
);

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
  const members = jsonNames(text);
  const inBody = found('json', members ?? []) ?? found('form', pairNames(text));
  const type = mediaTypeOf(headers);
  const isPlain = type === 'form' || (type === 'json' && members !== undefined);
  return inBody ?? (isPlain ? undefined : spokenOf(text));
}

/** A member of a form by its name, one of JSON by a pointer. */
function memberName({ in: place, member }: Discriminator): string {
  return place === 'json' ? member.replace(/^\//, '') : member;
}

function plain(name: string): string {
  // Some end a name at a bracket, some at a zero.
  return fold(name)
    .replace(/[[\0].*$/s, '')
    .replace(/[-. ]/g, '_');
}

function pairNames(text: string): string[] {
  if (!SUSPICIOUS.test(text)) return [];
  // A `;` separates pairs for some.
  return [...pairsOf(text.replaceAll(';', '&')).keys()];
}

/** The members of a JSON text, whatever it is said to be; undefined where only a lenient program may take it for one. */
function jsonNames(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return undefined;
  }
}

/** Such a name in a body of which nobody knows how it is read: forms in parts, other types, lenient JSON, UTF-16. */
function spokenOf(text: string): string | undefined {
  const read = text
    .replaceAll('\0', '')
    .replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString())
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\', '');
  return SPOKEN.exec(fold(read))?.[0];
}
