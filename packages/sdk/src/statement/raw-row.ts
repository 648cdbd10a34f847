import type { RawRow } from '@bourse/core/interfaces';
import { nameColumns } from './name-columns.js';

/** The most bytes that the raw rows of one record may have together, as JSON in UTF-8. */
const RAW_MAX_BYTES = 8192;

/** The most characters of a cell. */
const CELL_MAX_CHARACTERS = 4096;

/** The most bytes of a UTF-16 code unit in JSON: a control character as `\u0001`. */
const CHARACTER_MAX_BYTES = 6;

/** Stands where text was cut off; 3 bytes in UTF-8. */
const CUT = '…';

const encoder = new TextEncoder();

/** One entry of a record's `raw`, for a record that was made of this row alone. @see rawRows */
export function rawRow(header: readonly string[], cells: readonly string[]): RawRow {
  return rawRows(header, [cells])[0] ?? {};
}

/**
 * The `raw` of a record: for each of its rows a map from column to text, without empty cells. Columns without a name
 * are called by their number, names that occur again get one. What goes beyond 8 KB for the record, or 4,096
 * characters in a cell, is cut off and marked with an ellipsis.
 */
export function rawRows(header: readonly string[], rows: readonly (readonly string[])[]): RawRow[] {
  const names = nameColumns(header);
  const entries = rows.map((cells) => toEntries(names, cells));
  return (isSmall(entries) ? entries : cutEntries(entries)).map((row) => Object.fromEntries(row));
}

type Entry = readonly [column: string, text: string];

function toEntries(names: readonly string[], cells: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    entries.push([names[index] ?? `column ${index + 1}`, shorten(cell, CELL_MAX_CHARACTERS)]);
  }
  return entries;
}

/** Tells whether the entries fit whatever their characters are; nearly all rows do. */
function isSmall(rows: readonly Entry[][]): boolean {
  let characters = 2 * rows.length;
  for (const entries of rows)
    for (const [column, text] of entries) characters += column.length + text.length + 2;
  return characters * CHARACTER_MAX_BYTES <= RAW_MAX_BYTES;
}

/** As many entries as fit; the first that does not is shortened. */
function cutEntries(rows: readonly Entry[][]): Entry[][] {
  let left = RAW_MAX_BYTES - 2 - 3 * rows.length;
  return rows.map((entries) => {
    const kept: Entry[] = [];
    for (const [column, text] of entries) {
      const room = left - jsonBytes(column) - 2;
      const fitting =
        jsonBytes(text) <= room ? text : shorten(text, Math.floor((room - 5) / CHARACTER_MAX_BYTES));
      if (room <= 5) break;
      kept.push([column, fitting]);
      left = fitting === text ? room - jsonBytes(text) : 0;
    }
    return kept;
  });
}

function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : text.slice(0, Math.max(0, characters - 1)) + CUT;
}

/** Bytes of the text as a JSON string. */
function jsonBytes(text: string): number {
  return encoder.encode(JSON.stringify(text)).length;
}
