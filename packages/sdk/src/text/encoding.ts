/** The encodings that files are read in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The bytes of a byte order mark, and what it says. */
interface ByteOrderMark {
  readonly bytes: readonly number[];
  readonly encoding: Encoding;
}

const MARKS: readonly ByteOrderMark[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** The most bytes that a byte order mark has. */
export const MARK_MAX_BYTES = 3;

/** The byte order mark at the start of a file. */
export function findByteOrderMark(head: Uint8Array): ByteOrderMark | undefined {
  return MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
}

/** The index of the first byte that is not ASCII, or -1. */
export function findNonAscii(bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) > 0x7f) return index;
  }
  return -1;
}

/** How many bytes the character that starts with `lead` has in UTF-8; 1 where none starts with it. */
export function lengthInUtf8(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

/** Tells whether the bytes are one or more whole UTF-8 characters. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
