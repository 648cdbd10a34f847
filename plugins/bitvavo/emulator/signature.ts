import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature is made over; the target is path and query as they go over the wire, `/v2` included. */
export interface SignedRequest {
  readonly timestamp: string;
  readonly method: string;
  readonly target: string;
  readonly body: string;
}

/** @see https://docs.bitvavo.com — HMAC-SHA256 in lower-case hexadecimal digits over the parts without separators */
export function signatureOf(secret: string, { timestamp, method, target, body }: SignedRequest): string {
  return createHmac('sha256', secret).update(`${timestamp}${method}${target}${body}`).digest('hex');
}

export function isSignature(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
