import type { LiveSecret } from './scheme/index.js';
import { SecretSearch } from './secret/index.js';

/**
 * The search through an answer.
 *
 * @param kept Lists that outlive a request and are never changed: what they need is prepared once.
 * @param passing What one request alone has, such as its signature. A credential that was placed as it is stands in a
 * kept list too.
 */
export function searchFor(
  kept: readonly (readonly LiveSecret[])[],
  passing: readonly LiveSecret[],
): SecretSearch {
  const isKept = ({ bytes }: LiveSecret): boolean =>
    kept.some((list) => list.some((secret) => Buffer.compare(secret.bytes, bytes) === 0));
  const own = passing.filter((secret) => !isKept(secret));
  return own.length === 0 ? new SecretSearch(...kept) : new SecretSearch(...kept, own);
}
