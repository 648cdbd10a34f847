import type { BuiltManifest, NetworkPermission } from '@bourse/core/interfaces';
import type { Finding } from '../build/finding.js';

/** How often a sync asks with each permission, at the least: a list and the page behind it. */
const REQUESTS_EACH = 2;

/**
 * Origins where a sync has to wait: the host counts all requests toward an origin together, so that the strictest
 * `perMinute` makes the others wait as well.
 */
export function findSlowLimits({ network = [] }: Pick<BuiltManifest, 'network'>): Finding[] {
  return [...Map.groupBy(network, ({ origin }) => origin)].flatMap(([origin, permissions]) => {
    const least = Math.min(...permissions.map(({ perMinute }) => perMinute ?? Infinity));
    const expected = REQUESTS_EACH * permissions.length;
    return permissions.length > 1 && least < expected ? [slow(origin, permissions, least)] : [];
  });
}

function slow(origin: string, permissions: readonly NetworkPermission[], least: number): Finding {
  return {
    code: 'RATE_LIMITED',
    severity: 'warning',
    message:
      `${permissions.length} permissions for ${origin} share one limit, and the strictest is ${least} a minute: ` +
      'a sync that needs more waits for the next minute.',
    place: { file: 'plugin.json', path: 'network' },
    remedy:
      'Where the institution counts each path by itself, give all permissions of the origin what the sync needs in a minute, and let the plugin ask seldom for what is limited.',
  };
}
