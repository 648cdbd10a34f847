import { quotePlus, unquotePlus } from './quote-plus.js';

/** What the header `Authorization` of OAuth 1.0a says. */
export interface Authorization {
  readonly realm: string;
  /** As the client sent it: base64 behind percent escapes, decoded here. */
  readonly signature: string;
  /** All others. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads `OAuth realm="…", a="…", b="…"`; undefined for any other text. */
export function readAuthorization(header: string | undefined): Authorization | undefined {
  if (header?.startsWith('OAuth ') !== true) return undefined;
  const pairs = header.slice('OAuth '.length).split(/,\s*/);
  const members = pairs.map((pair) => /^([a-z_]+)="([^"]*)"$/.exec(pair));
  if (members.some((member) => member === null)) return undefined;
  const named = Object.fromEntries(members.map((member) => [member?.[1] ?? '', member?.[2] ?? '']));
  const { realm = '', oauth_signature: signature = '', ...parameters } = named;
  if (Object.keys(parameters).length + 2 !== pairs.length) return undefined;
  try {
    return { realm, signature: unquotePlus(signature), parameters };
  } catch {
    return undefined;
  }
}

/** What a signature is made over: method, URL without query, and all parameters but realm and signature. */
export function baseString(method: string, url: URL, parameters: Readonly<Record<string, string>>): string {
  const pairs = [...Object.entries(parameters), ...url.searchParams];
  const joined = pairs
    .toSorted((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method, quotePlus(`${url.origin}${url.pathname}`), quotePlus(joined)].join('&');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
