import { hash } from 'node:crypto';
import type { NetworkPermission } from '../interfaces/index.js';
import type { BourseManifest } from '../manifest/index.js';
import { printable } from '../text/index.js';
import type { Permission } from './permissions.js';
import { perMinuteOf } from './request-rate.js';

/** Characters of the digest that tells rights toward one origin apart. */
const DIGEST_LENGTH = 16;

/** The rights to reach origins, those that can move money first, then those that use credentials. */
export function networkPermissionsOf(manifest: BourseManifest): Permission[] {
  return [...(manifest.network ?? [])]
    .sort((left, right) => weightOf(right) - weightOf(left))
    .map((permission) => ({
      id: networkPermissionId(permission, manifest),
      text: textOf(permission, manifest),
      why: permission.why,
      isSeparable: true,
    }));
}

/** Equal for equal rights: what is placed is part of the right, the reason is not. */
export function networkPermissionId(
  { why: _, ...right }: NetworkPermission,
  { schemes = {} }: Pick<BourseManifest, 'schemes'>,
): string {
  const scheme = right.scheme === undefined ? undefined : schemes[right.scheme];
  const digest = hash('sha256', canonicalJson({ ...right, scheme })).slice(0, DIGEST_LENGTH);
  return `network:${right.origin}:${right.access}:${digest}`;
}

function weightOf({ access, credentials = [] }: NetworkPermission): number {
  return (access === 'trade' ? 2 : 0) + (credentials.length > 0 ? 1 : 0);
}

function textOf(permission: NetworkPermission, manifest: BourseManifest): string {
  const { origin, access, credentials = [], methods, paths, when } = permission;
  const right = access === 'trade' ? 'can TRADE or move money at' : 'reads from';
  const labels = credentials.map((name) => `"${printable(manifest.credentials?.[name]?.label ?? name)}"`);
  const using = labels.length === 0 ? 'without credentials' : `with ${labels.join(', ')}`;
  const only =
    when === undefined
      ? ''
      : `, only ${printable(when.member)} = ${when.values.map((value) => printable(value)).join(' or ')}`;
  const rate = perMinuteOf(permission, manifest.network ?? []);
  const what = `${methods.join(', ')} ${paths.map((path) => printable(path)).join(', ')}${only}`;
  return `${right} ${origin} ${using} (${what}), at most ${rate} times a minute`;
}

/** JSON in which the members of objects are sorted and those without a value left out. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  );
}
