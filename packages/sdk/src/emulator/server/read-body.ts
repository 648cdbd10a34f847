import type { IncomingMessage } from 'node:http';

/** More than any documented request has. */
const MAX_BYTES = 16 * 1024 * 1024;

/** @throws RangeError for a body over 16 MiB */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new RangeError('The body of the request is over 16 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
