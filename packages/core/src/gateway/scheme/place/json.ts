import { JsonTextError } from '../../json/json-text.js';
import { parsePointer } from '../../json/json-pointer.js';
import { placeMember } from '../../json/place-member.js';
import type { OutgoingRequest } from '../outgoing-request.js';
import { toText } from '../text-encoding.js';

const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,15})$/;

/** The request with one more member in its JSON body or frame, whose other bytes stay as they are. */
export function placeJson(
  request: OutgoingRequest,
  pointer: string,
  { value, isNumber }: { value: string; isNumber: boolean },
): OutgoingRequest | string {
  const tokens = parsePointer(pointer);
  const text = request.body === undefined ? undefined : toText(request.body);
  if (tokens === undefined) return `"${pointer}" is no JSON pointer.`;
  if (text === undefined) return 'There is no JSON text to put the value into.';
  if (isNumber && !WHOLE_NUMBER.test(value)) return 'The value is no whole number.';
  try {
    return {
      ...request,
      body: Buffer.from(placeMember(text, tokens, isNumber ? value : JSON.stringify(value))),
    };
  } catch (error) {
    if (error instanceof JsonTextError) return `${pointer}: ${error.message}`;
    throw error;
  }
}
