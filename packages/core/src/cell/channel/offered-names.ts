/** Services of a plugin, and methods of a service, that may be offered. */
export const OFFERED_LIMIT = 100;

/** What a service or a method may be called. */
export function isOfferedName(name: unknown): name is string {
  return typeof name === 'string' && /^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name);
}
