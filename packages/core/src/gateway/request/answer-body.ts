/** The body of an answer; read once. Where it has come as a whole, it is there without waiting too. */
export type AnswerBody = AsyncIterable<Uint8Array> & { readonly whole?: Uint8Array };

export function wholeBody(bytes: Uint8Array): AnswerBody {
  return {
    whole: bytes,
    async *[Symbol.asyncIterator]() {
      if (bytes.byteLength > 0) yield bytes;
    },
  };
}
