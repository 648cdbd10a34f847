import { rawRow, type RawRow } from '@bourse/sdk';
import type { Attributes } from '../xml/xml-element.js';

/** So many characters are under 8 KB in UTF-8 as JSON, whatever they are: an XML attribute holds no control characters. */
const SAFE_CHARACTERS = 2_500;

/** Longer names of columns are cut off too. */
const NAME_MAX_CHARACTERS = 200;

/** The attributes of a row that are not empty, cut off beyond 8 KB. */
export function toRaw(attributes: Attributes): RawRow {
  const raw: Record<string, string> = {};
  let characters = 0;
  let isNamedShort = true;
  for (const name in attributes) {
    const text = attributes[name];
    if (text === undefined || text === '') continue;
    raw[name] = text;
    isNamedShort &&= name.length <= NAME_MAX_CHARACTERS;
    characters += name.length + text.length + 2;
  }
  return isNamedShort && characters <= SAFE_CHARACTERS ? raw : rawRow(Object.keys(raw), Object.values(raw));
}

/** The most bytes that the raw rows of one record have together, as JSON in UTF-8. */
const RAW_MAX_BYTES = 8_192;

const encoder = new TextEncoder();

/** The raw rows of a record; those that do not fit any more are empty. */
export function joinRaw(rows: readonly RawRow[]): RawRow[] {
  let left = RAW_MAX_BYTES - 2 - 3 * rows.length;
  return rows.map((row) => {
    const bytes = encoder.encode(JSON.stringify(row)).length;
    if (bytes > left) return {};
    left -= bytes;
    return row;
  });
}

/** The row as text, for people. */
export function toRowText(name: string, attributes: Attributes): string {
  const pairs = Object.entries(attributes).filter(([, text]) => text !== '');
  return [name, ...pairs.map(([key, text]) => `${key}="${text}"`)].join(' ');
}
