import type { OutgoingRequest } from '../outgoing-request.js';
import { pairsOf } from '../pairs-of.js';
import { toPercent } from '../percent.js';
import { toText } from '../text-encoding.js';
import { isBodyOf } from './body-type.js';

const TYPE = 'application/x-www-form-urlencoded';

/** The request with one more field at the end of its form body; without a body, a form of that field. */
export function placeForm(request: OutgoingRequest, name: string, value: string): OutgoingRequest | string {
  const field = `${toPercent(Buffer.from(name), '+')}=${toPercent(Buffer.from(value), '+')}`;
  const form = request.body === undefined ? '' : toText(request.body);
  if (form === undefined || !isBodyOf(request, [TYPE])) return `The body is no form of type ${TYPE}.`;
  if (pairsOf(form).has(name)) return `The plugin wrote the field "${name}" itself.`;
  return { ...request, body: Buffer.from(form === '' ? field : `${form}&${field}`) };
}
