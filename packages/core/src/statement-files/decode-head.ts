const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Decodes the first bytes of a file: by its byte order mark, else as UTF-8, else as Windows-1252, which takes any bytes.
 * A character that the end of the head cuts in two is left out.
 */
export function decodeHead(head: Uint8Array): string {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (mark !== undefined) return new TextDecoder(mark.encoding).decode(head, { stream: true });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(head);
  }
}
