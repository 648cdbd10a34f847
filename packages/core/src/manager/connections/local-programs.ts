import { ProblemError } from '../../interfaces/index.js';
import type { BourseManifest } from '../../manifest/index.js';
import type { LocalProgram } from '../../store/index.js';

/** By the `loopback:<port>` of the manifest. */
export type LocalPrograms = Readonly<Record<string, LocalProgram>>;

const CERTIFICATE = /^sha256:[0-9a-f]{64}$/;
const MAX_PORT = 65_535;

/** The programs on the user's own machine that a plugin reaches, each as `loopback:<port>`. */
export function localOriginsOf({ network = [] }: BourseManifest): string[] {
  return [...new Set(network.map(({ origin }) => origin).filter((origin) => origin.startsWith('loopback:')))];
}

/**
 * Checks what the user trusts on his machine. Only for what the manifest names there a certificate can take the place of
 * an authority.
 *
 * @throws ProblemError INVALID_REQUEST
 */
export function expectPrograms(manifest: BourseManifest, programs: LocalPrograms): void {
  const named = localOriginsOf(manifest);
  for (const [origin, { port, certificate }] of Object.entries(programs)) {
    if (!named.includes(origin))
      throw invalid(
        `The plugin reaches no program on this machine as ${origin}.`,
        named.length === 0 ? 'It reaches none at all.' : `It reaches: ${named.join(', ')}.`,
      );
    if (!Number.isInteger(port) || port < 1 || port > MAX_PORT)
      throw invalid('That is no port.', `Write a number from 1 to ${MAX_PORT}.`);
    if (!CERTIFICATE.test(certificate))
      throw invalid(
        'That is no SHA-256 of a certificate.',
        'Write it as "sha256:" and 64 hexadecimal digits.',
      );
  }
}

export function invalid(message: string, remedy: string): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message, remedy });
}
