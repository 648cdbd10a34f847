import { createHash } from 'node:crypto';

/** `sha256:` and the hash in hexadecimal digits, as manifests write it. */
export function digestOf(bytes: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
