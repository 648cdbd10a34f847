import type { X509Certificate } from 'node:crypto';
import { ProblemError } from '../../interfaces/index.js';

/** What a program on this machine shows of itself. */
export interface ShownCertificate {
  /** As in `CN=localhost, O=Acme`: the word of whoever made it; empty where it names nobody. */
  readonly subject: string;
  /** An instant in UTC. */
  readonly validUntil: string;
  /** `sha256:` and the SHA-256 of all of it in lower-case hexadecimal. */
  readonly certificate: string;
}

export function showCertificate(certificate: X509Certificate): ShownCertificate {
  // Node's types do not say that there is no text for a certificate which names nobody.
  const subject: string | undefined = certificate.subject;
  return {
    subject: subject?.replaceAll('\n', ', ') ?? '',
    validUntil: certificate.validToDate.toISOString(),
    certificate: fingerprintOf(certificate),
  };
}

/** Tells a certificate from all others; Node writes it as in `0A:F3:…`. */
export function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return `sha256:${fingerprint256.replaceAll(':', '').toLowerCase()}`;
}

export function certificateInvalid(message: string, remedy?: string): ProblemError {
  const code = 'CERTIFICATE_INVALID';
  return new ProblemError({ code, message, ...(remedy === undefined ? {} : { remedy }) });
}
