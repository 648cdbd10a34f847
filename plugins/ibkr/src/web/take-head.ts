/** A body whose beginning is known. */
export interface HeadedBody {
  /** The first bytes as Latin-1: enough to tell which element the document begins with. */
  readonly head: string;
  /** All of it, from the first byte on. */
  readonly content: AsyncIterable<Uint8Array>;
}

const HEAD_BYTES = 512;

/** Reads the first bytes of a body. */
export async function takeHead(body: AsyncIterable<Uint8Array>): Promise<HeadedBody> {
  const chunks = body[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let head = '';
  while (head.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    taken.push(next.value);
    head += String.fromCharCode(...next.value.subarray(0, HEAD_BYTES));
  }
  return { head, content: join(taken, chunks) };
}

async function* join(
  taken: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* taken;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
