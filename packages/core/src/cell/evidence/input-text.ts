import { hash } from 'node:crypto';
import type { JsonObject, JsonValue } from '../channel/json.js';
import type { InputDigest } from './evidence-bundle.js';

/** Fields of a request that hold text of the user's files. */
const FILE_TEXT_FIELDS: ReadonlySet<string> = new Set(['head']);

/** Longer text is not kept either, whatever its field is called. */
const TEXT_LIMIT = 1_024;

/** Characters of a request in JSON; of a longer one there is only the digest. */
const REQUEST_LIMIT = 16 * 1024;

/** Replaces text of files, and whatever is long, by its digest, so that evidence stays small and can be passed on. */
export function withoutFileText(input: JsonObject): JsonObject {
  const short = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, replaced(name, value)]),
  );
  const text = JSON.stringify(short);
  return text.length > REQUEST_LIMIT ? { $request: { $text: digestText(text) } } : short;
}

/** Puts the text back, of those that are given. Undefined: one of them is missing. */
export function withFileText(input: JsonValue, texts: readonly string[]): JsonValue | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const restored: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(input)) {
    const digest = digestIn(value);
    const found =
      digest === undefined ? value : texts.find((text) => digestText(text).sha256 === digest.sha256);
    if (found === undefined) return undefined;
    restored[name] = found;
  }
  return restored;
}

function digestText(text: string): InputDigest {
  return { sha256: hash('sha256', text), size: Buffer.byteLength(text) };
}

function replaced(name: string, value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  return FILE_TEXT_FIELDS.has(name) || value.length > TEXT_LIMIT ? { $text: digestText(value) } : value;
}

function digestIn(value: JsonValue): InputDigest | undefined {
  if (typeof value !== 'object' || value === null || !('$text' in value)) return undefined;
  return value.$text as InputDigest;
}
