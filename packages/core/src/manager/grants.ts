import { ProblemError } from '../interfaces/index.js';
import type { GrantedPermission } from '../gateway/index.js';
import type { BourseManifest } from '../manifest/index.js';
import type { Approval, InstallRecords } from '../store/index.js';
import { networkPermissionId } from './network-permissions.js';
import type { Permission } from './permissions.js';
import { perMinuteOf } from './request-rate.js';

/** What the user has decided on the permissions of a plugin, by their ids. */
export type Grants = Pick<Approval, 'permissions' | 'declined'>;

/** What holds for the version that serves. */
export function grantsOf(records: InstallRecords, id: string): Grants {
  const digest = records.find(id)?.digest;
  const approval = records.approvalsOf(id).find((each) => each.digest === digest);
  return approval ?? { permissions: [], declined: [] };
}

/** Divides what a version asks for into what is granted and what is left out. */
export function divide(wanted: readonly Permission[], without: readonly string[]): Grants {
  const isDeclined = ({ id, isSeparable }: Permission): boolean =>
    isSeparable === true && without.includes(id);
  return {
    permissions: wanted.filter((each) => !isDeclined(each)).map(({ id }) => id),
    declined: wanted.filter(isDeclined).map(({ id }) => id),
  };
}

/** What is left of what was granted without these. */
export function lessOf({ permissions, declined }: Grants, without: readonly string[]): Grants {
  return {
    permissions: permissions.filter((id) => !without.includes(id)),
    declined: [...declined, ...permissions.filter((id) => without.includes(id))],
  };
}

/**
 * The network permissions of a manifest that were granted, each with a rate, to which nothing adds that was declined. Those to trade are among them in any case: they let nothing
 * through, and what they are meant for must not pass for reading only because the user has declined it.
 */
export function grantedNetwork(manifest: BourseManifest, { permissions }: Grants): GrantedPermission[] {
  const all = (manifest.network ?? []).map((permission) => ({
    id: networkPermissionId(permission, manifest),
    permission,
  }));
  const granted = all.filter(({ id }) => permissions.includes(id)).map(({ permission }) => permission);
  return all
    .filter(({ permission }) => permission.access === 'trade' || granted.includes(permission))
    .map(({ id, permission }) => ({
      id,
      permission: { ...permission, perMinute: perMinuteOf(permission, granted) },
    }));
}

export function isOfNetwork(permissionId: string): boolean {
  return permissionId.startsWith('network:');
}

/** @throws ProblemError NOT_FOUND, INVALID_REQUEST where the plugin makes no sense without it */
export function expectSeparable(permissions: readonly Permission[], ids: readonly string[]): void {
  for (const id of ids) {
    const permission = permissions.find((each) => each.id === id);
    if (permission === undefined)
      throw new ProblemError({ code: 'NOT_FOUND', message: `The plugin has no permission "${id}".` });
    if (permission.isSeparable !== true)
      throw new ProblemError({
        code: 'INVALID_REQUEST',
        message: `The plugin cannot be approved without this: it ${permission.text}.`,
      });
  }
}
