import { CONTENT_CHUNK_BYTES } from '../channel/messages.js';

/** Cuts input into pieces of one length, however it arrives, so that a replay reads the same pieces. */
export async function* evenPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source) {
    // The source may use its memory again.
    parts.push(Uint8Array.from(bytes));
    length += bytes.length;
    if (length < CONTENT_CHUNK_BYTES) continue;
    let joined = Buffer.concat(parts);
    for (; joined.length >= CONTENT_CHUNK_BYTES; joined = joined.subarray(CONTENT_CHUNK_BYTES)) {
      yield joined.subarray(0, CONTENT_CHUNK_BYTES);
    }
    parts = [joined];
    ({ length } = joined);
  }
  if (length > 0) yield Buffer.concat(parts);
}

/** Hands input on as it arrives, in pieces of `length` bytes at most. */
export async function* promptPieces(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
  }
}
