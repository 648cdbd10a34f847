import { printable } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * An address that packages may come from: by https, or from this machine.
 *
 * @param base The address that tells of this one; one elsewhere leads to none of this machine.
 * @throws ProblemError REGISTRY_REFUSED
 */
export function toAddress(text: string, base?: URL): URL {
  const address = URL.parse(text, base?.href);
  if (address === null) throw refused(text);
  const mayBeHere = base === undefined || isLoopback(base);
  const isSafe = isLoopback(address)
    ? mayBeHere && /^https?:$/.test(address.protocol)
    : address.protocol === 'https:';
  if (!isSafe) throw refused(`${address.protocol}//${address.host}`);
  return address;
}

export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname);
}

function refused(address: string): ProblemError {
  return new ProblemError({
    code: 'REGISTRY_REFUSED',
    message: `No package is fetched from ${printable(address)}: it is neither https nor a registry of this machine.`,
  });
}
