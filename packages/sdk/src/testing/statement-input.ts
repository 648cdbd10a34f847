/** A statement file as a test gives it: its text, its bytes, or its bytes as they arrive. */
export type StatementInput = string | Uint8Array | AsyncIterable<Uint8Array>;

/** The chunks in which the host passes a file on. */
const CHUNK_BYTES = 65_536;

/** The bytes of an input that is at hand as a whole. */
export function bytesOf(input: string | Uint8Array): Uint8Array {
  return typeof input === 'string' ? new TextEncoder().encode(input) : input;
}

/** The content of a file in chunks of one size. Each chunk has its own memory, as in a cell. */
export async function* inChunks(input: StatementInput, chunkSize = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  if (typeof input !== 'string' && Symbol.asyncIterator in input) {
    yield* input;
    return;
  }
  const bytes = bytesOf(input);
  for (let start = 0; start < bytes.length; start += chunkSize) yield bytes.slice(start, start + chunkSize);
}

/** Bytes of the input; 0 where it is not known before it has been read. */
export function sizeOf(input: StatementInput): number {
  return typeof input === 'string' || input instanceof Uint8Array ? bytesOf(input).length : 0;
}
