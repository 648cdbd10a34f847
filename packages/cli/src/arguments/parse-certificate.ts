import { InvalidArgumentError } from 'commander';

/**
 * Reads the SHA-256 of a certificate. Takes the spellings of browsers and of OpenSSL too: capitals, and colons between the bytes.
 *
 * @throws InvalidArgumentError where the text is no SHA-256
 */
export function parseCertificate(text: string): string {
  const digits = text
    .replace(/^sha256:/i, '')
    .replaceAll(':', '')
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return `sha256:${digits}`;
  throw new InvalidArgumentError('Write "sha256:" and 64 hexadecimal digits.');
}
