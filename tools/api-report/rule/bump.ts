import semver from 'semver';

/** How far a version goes up, from nothing to a break. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;

export type Bump = (typeof BUMPS)[number];

export function isLess(left: Bump, right: Bump): boolean {
  return BUMPS.indexOf(left) < BUMPS.indexOf(right);
}

export function largest(bumps: readonly Bump[]): Bump {
  return bumps.reduce((most, bump) => (isLess(most, bump) ? bump : most), 'none');
}

/** The step from one version to another; a step down is none. */
export function bumpBetween(from: string, to: string): Bump {
  if (semver.lte(to, from)) return 'none';
  return BUMPS.find((bump) => bump === semver.diff(from, to)) ?? 'patch';
}
