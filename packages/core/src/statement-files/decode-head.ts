const ENCODINGS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text of the first bytes of a file, by its byte order mark, else as UTF-8. What cannot be decoded is replaced. */
export function decodeHead(head: Uint8Array): string {
  const encoding =
    ENCODINGS.find(([mark]) => mark.every((byte, index) => head[index] === byte))?.[1] ?? 'utf-8';
  return new TextDecoder(encoding).decode(head);
}
