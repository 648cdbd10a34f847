import type { World } from '@bourse/sdk/emulator';
import { BitvavoRefusal } from './refusal.js';
import { isSignature, signatureOf, type SignedRequest } from './signature.js';

/** What a client says of itself, in headers or in a message. */
export interface Claim extends SignedRequest {
  readonly key: string;
  readonly signature: string;
  /** Milliseconds; empty where it is not said. */
  readonly window: string;
}

const KEY_LENGTH = 64;
const DEFAULT_WINDOW_MS = 10_000;
const MIN_WINDOW_MS = 100;
const MAX_WINDOW_MS = 60_000;

/** @throws BitvavoRefusal unless the claim is signed with the secret of the key, now */
export function checkClaim(
  claim: Claim,
  { credentials, now }: Pick<World<unknown, unknown>, 'credentials' | 'now'>,
): void {
  if (claim.key.length !== KEY_LENGTH) throw refusal(301, 'API Key must be of length 64.');
  if (!/^\d{13}$/.test(claim.timestamp)) throw refusal(302, 'Timestamp is invalid; it is in milliseconds.');
  const window = claim.window === '' ? DEFAULT_WINDOW_MS : Number(claim.window);
  if (!(window >= MIN_WINDOW_MS && window <= MAX_WINDOW_MS)) {
    throw refusal(303, 'Window must be between 100 and 60000 ms.');
  }
  if (Math.abs(now() - Number(claim.timestamp)) > window) {
    throw refusal(304, 'Request was not received within acceptable window (default 10s, max 60s).');
  }
  if (claim.key !== credentials.apiKey) throw refusal(305, 'No active API key found.');
  const expected = signatureOf(credentials.apiSecret ?? '', claim);
  if (claim.signature.length !== expected.length) throw refusal(308, 'Signature length is invalid.');
  if (!isSignature(claim.signature, expected)) throw refusal(309, 'Signature is invalid.');
}

function refusal(code: number, text: string): BitvavoRefusal {
  return new BitvavoRefusal(403, code, text);
}
