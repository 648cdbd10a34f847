/** Names that lead an object of JavaScript to its prototype. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * The tokens of a JSON pointer (RFC 6901); undefined for anything but a pointer to something below the root, and for
 * one that leads to a prototype.
 */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  const tokens = pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.some((token) => PROTOTYPE_KEYS.has(token)) ? undefined : tokens;
}
