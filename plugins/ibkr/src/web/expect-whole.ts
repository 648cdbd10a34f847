import { ProblemError } from '@bourse/sdk';

const END = /<\/FlexQueryResponse\s*>\s*$/;
const TAIL_BYTES = 256;

/**
 * Passes a statement on as it comes. A file that is cut off tells what it has; of one that can be had anew, nothing is taken.
 *
 * @throws ProblemError MALFORMED_RESPONSE at its end, where that is not the end of the document
 */
export async function* expectWhole(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let tail = '';
  for await (const chunk of content) {
    tail = (tail + String.fromCharCode(...chunk.subarray(-TAIL_BYTES))).slice(-TAIL_BYTES);
    yield chunk;
  }
  if (END.test(tail)) return;
  throw new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: 'The statement that Interactive Brokers sent is cut off.',
    remedy: 'Try again; nothing of it was taken.',
    retry: 'safe',
  });
}
