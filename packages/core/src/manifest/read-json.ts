import { isUtf8 } from 'node:buffer';
import { error, type Finding } from './finding.js';
import { listMembers } from './json-members.js';
import { joinPath } from './json-path.js';
import { positionAt, type TextPosition } from './text-position.js';

/** Levels of nesting that a manifest may have. */
const MAX_DEPTH = 32;

/** Keys that turn against whoever copies an object with plain assignments. */
const DANGEROUS_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Inside a string it may be no key that ends there. */
const KEY_END = /"\s*:/g;

/** A JSON text as read: the object, or why it is none. */
export interface JsonReading {
  readonly object?: Readonly<Record<string, unknown>>;
  /** The text, if it is JSON. */
  readonly text?: string;
  readonly findings: readonly Finding[];
}

/** Reads a JSON object: UTF-8 with or without byte order mark. */
export function readJson(bytes: Uint8Array): JsonReading {
  if (!isUtf8(bytes)) return { findings: [error('MANIFEST_UNREADABLE', 'It is not UTF-8 text.')] };
  const text = decode(bytes);
  const parsed = parse(text);
  if ('finding' in parsed) return { findings: [parsed.finding] };
  const { value } = parsed;
  if (isObject(value)) return { object: value, text, findings: [] };
  return { findings: [error('MANIFEST_INVALID', `It must be a JSON object, was ${kindOf(value)}.`)] };
}

/** Reads a JSON object in which no key stands twice or is dangerous and nothing is nested deep. */
export function readStrictJson(bytes: Uint8Array): JsonReading {
  const reading = readJson(bytes);
  const { object, text } = reading;
  if (object === undefined || text === undefined) return reading;
  const members = countMembers(object, 1);
  if (members === Infinity) {
    return { findings: [error('MANIFEST_INVALID', `It is nested deeper than ${MAX_DEPTH} levels.`)] };
  }
  // No text has fewer ends of keys than members, so as many means that no key stands twice.
  if (members === countKeyEnds(text)) return reading;
  const findings = [...listDangerousKeys(object, ''), ...listRepeatedKeys(text)];
  return findings.length === 0 ? reading : { text, findings };
}

function decode(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function parse(text: string): { value: unknown } | { finding: Finding } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (thrown) {
    const place = placeOfSyntaxError(text, thrown);
    return { finding: error('MANIFEST_UNREADABLE', 'It is not JSON.', place) };
  }
}

/** V8 names the offset in its message; without one the text ended too early. */
function placeOfSyntaxError(text: string, thrown: unknown): TextPosition {
  const message =
    typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : '';
  const offset = /at position (\d+)/.exec(message)?.[1];
  return positionAt(text, offset === undefined ? text.length : Number(offset));
}

function countKeyEnds(text: string): number {
  let count = 0;
  for (KEY_END.lastIndex = 0; KEY_END.test(text);) count += 1;
  return count;
}

/** Members of all objects without those of dangerous keys; infinite where the nesting is too deep. */
function countMembers(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > MAX_DEPTH) return Infinity;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item, depth + 1);
    return count;
  }
  for (const key of Object.keys(value)) {
    const item: unknown = Reflect.get(value, key);
    count += (DANGEROUS_KEYS.has(key) ? 0 : 1) + countMembers(item, depth + 1);
  }
  return count;
}

function* listDangerousKeys(value: unknown, path: string): Generator<Finding> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const member = joinPath(path, Array.isArray(value) ? Number(key) : key);
    if (DANGEROUS_KEYS.has(key)) {
      yield error(
        'MANIFEST_INVALID',
        `No field may be named "${key}".`,
        { path: member },
        'Take the field out.',
      );
    }
    yield* listDangerousKeys(item, member);
  }
}

function listRepeatedKeys(text: string): readonly Finding[] {
  return listMembers(text)
    .filter(({ repeated }) => repeated)
    .map(({ path, offset }) =>
      error(
        'MANIFEST_INVALID',
        `The field "${path}" stands twice in one object.`,
        { path, ...positionAt(text, offset) },
        'Keep one of them.',
      ),
    );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
