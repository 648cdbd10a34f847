import { ProblemError } from '../../interfaces/index.js';
import type { BourseManifest } from '../../manifest/index.js';

/** Only origins that the manifest names can lead elsewhere; that they stay on this machine is the gateway's word. */
export function expectOrigins(
  { network = [] }: BourseManifest,
  origins: Readonly<Record<string, string>>,
): void {
  const named = new Set(network.map(({ origin }) => origin));
  for (const origin of Object.keys(origins)) {
    if (named.has(origin)) continue;
    throw new ProblemError({
      code: 'INVALID_REQUEST',
      message: `The plugin does not reach ${origin}.`,
      remedy: named.size === 0 ? 'It reaches nothing.' : `It reaches: ${[...named].join(', ')}.`,
    });
  }
}
