import type { Discriminator } from '../../interfaces/index.js';
import { jsonMember } from './json-member.js';
import { mediaTypeOf } from './media-type.js';
import { pairMember } from './pair-member.js';

/**
 * What a request says of the member that tells requests of one path apart: a text, `absent` where there is none,
 * `unclear` where two programs may read it differently.
 */
export type Member = { readonly text: string } | 'absent' | 'unclear';

/** What a discriminator looks at. For a frame, `body` is the frame. */
export interface Discriminated {
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | undefined;
}

/** Tells whether a request has one of the values, for certain. */
export function isDiscriminated(discriminator: Discriminator, request: Discriminated): boolean {
  const member = memberOf(discriminator, request);
  return typeof member === 'object' && discriminator.values.includes(member.text);
}

/** Tells whether somebody may read one of the values into a request. */
export function mayBeDiscriminated(discriminator: Discriminator, request: Discriminated): boolean {
  const member = memberOf(discriminator, request);
  if (typeof member !== 'object') return member === 'unclear';
  return discriminator.values.some((value) => fold(value) === fold(member.text));
}

function memberOf({ in: place, member }: Discriminator, { url, headers, body }: Discriminated): Member {
  if (place === 'query') return pairMember(url.search.slice(1), member);
  if (place === 'frame') return body === undefined ? 'unclear' : jsonMember(body, member);
  if (body === undefined || body.length === 0) return 'absent';
  const isExpected = mediaTypeOf(headers) === place;
  if (!isExpected) return 'unclear';
  return place === 'json'
    ? jsonMember(body, member)
    : pairMember(Buffer.from(body).toString('latin1'), member);
}

/** Texts that a careless program takes for the same. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
