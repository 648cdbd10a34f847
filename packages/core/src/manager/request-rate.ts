import type { NetworkPermission } from '../interfaces/index.js';

/** Requests a minute toward an origin of which a manifest says nothing: ten a second, more than a careful reader makes. */
const USUAL_PER_MINUTE = 600;

/** How many requests a minute a permission lets through: as it says, else as others of its origin do, else the usual. */
export function perMinuteOf(
  { perMinute, origin }: NetworkPermission,
  all: readonly NetworkPermission[],
): number {
  if (perMinute !== undefined) return perMinute;
  const others = all.flatMap((each) => (each.origin === origin ? (each.perMinute ?? []) : []));
  return others.length === 0 ? USUAL_PER_MINUTE : Math.max(...others);
}
