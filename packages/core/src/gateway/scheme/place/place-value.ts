import type { Placement } from '../../../interfaces/index.js';
import type { OutgoingRequest } from '../outgoing-request.js';
import { placeCookie } from './cookie.js';
import { placeForm } from './form.js';
import { placeHeader } from './header.js';
import { placeJson } from './json.js';
import { placeMatrix, placeSegment } from './path.js';
import { placeQuery } from './query.js';

/** Puts a value into a request; a message where the request cannot carry it. */
export function placeValue(
  request: OutgoingRequest,
  placement: Placement,
  value: string,
): OutgoingRequest | string {
  if ('header' in placement) return placeHeader(request, placement.header, value);
  if ('query' in placement) return placeQuery(request, placement.query, value);
  if ('segment' in placement) return placeSegment(request, placement.segment, value);
  if ('matrix' in placement) return placeMatrix(request, placement.matrix, value);
  if ('cookie' in placement) return placeCookie(request, placement.cookie, value);
  if ('form' in placement) return placeForm(request, placement.form, value);
  const pointer = 'json' in placement ? placement.json : placement.frame;
  return placeJson(request, pointer, { value, isNumber: placement.as === 'number' });
}
