import { isUtf8 } from 'node:buffer';
import { JsonText, JsonTextError } from '../json/json-text.js';
import { parsePointer } from '../json/json-pointer.js';
import { fold, type Member } from './discriminate.js';

/**
 * A member of a JSON text. Unclear where the text is none by RFC 8259, such as one with a byte order mark or a comment,
 * where a key on the way stands there twice, also in other letters, and where the member is no string.
 */
export function jsonMember(bytes: Uint8Array, pointer: string): Member {
  const tokens = parsePointer(pointer);
  if (tokens === undefined || !isUtf8(bytes)) return 'unclear';
  try {
    return find(new JsonText(Buffer.from(bytes).toString()), tokens);
  } catch (error) {
    if (error instanceof JsonTextError) return 'unclear';
    throw error;
  }
}

function find(json: JsonText, tokens: readonly string[]): Member {
  for (const [index, token] of tokens.entries()) {
    const holder = json.container(tokens.slice(0, index));
    // A list of requests in one body, for example.
    if (holder?.kind !== 'object') return 'unclear';
    const alike = [...holder.members.keys()].filter((key) => fold(key) === fold(token));
    if (alike.length === 0) return 'absent';
    if (alike.length > 1 || alike[0] !== token) return 'unclear';
  }
  const span = json.find(tokens);
  const value = span === undefined ? undefined : json.valueOf(span);
  return typeof value === 'string' ? { text: value } : 'unclear';
}
