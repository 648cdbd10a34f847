import { printable, type Permission } from '@bourse/core';
import type { Style } from '../../output/style.js';
import { separableOf } from './choose-permissions.js';

/** What no plugin gets, whatever it asks for. */
const NEVER: readonly string[] = [
  'files, other than the bytes of a statement that you import',
  'environment variables, other programs and the memory of this one',
  'other plugins and their data',
];

/** What a plugin without a permission for the network does not get, beside that. */
const REFUSED_OFFLINE: readonly string[] = ['the network', ...NEVER, 'passwords and keys'];

/** What a plugin that reaches the network does not get, beside that. */
const REFUSED_ONLINE: readonly string[] = [
  'any other address; each request is made by the host, and written down',
  ...NEVER,
  'passwords and keys themselves: the host places them, and keeps them out of answers',
];

/** What none of these plugins may use. */
export function refusedTo(permissions: readonly Permission[]): readonly string[] {
  return separableOf(permissions).length === 0 ? REFUSED_OFFLINE : REFUSED_ONLINE;
}

/** What a plugin may do and what it may not, in the host's words. @param declined Ids of what the user has left out */
export function permissionLines(
  permissions: readonly Permission[],
  style: Style,
  declined: readonly string[] = [],
): string[] {
  const allowed = permissions.filter(({ id }) => !declined.includes(id));
  const left = permissions.filter(({ id }) => declined.includes(id));
  return [
    style('heading', 'It may'),
    ...(allowed.length === 0
      ? ['  nothing but compute']
      : allowed.flatMap((each) => permissionLine(each, permissions, style('good', '✓')))),
    ...(left.length === 0 ? [] : [style('heading', 'You have left out')]),
    ...left.flatMap((each) => permissionLine(each, permissions, style('bad', '✗'))),
    style('heading', 'It may not use'),
    ...refusedTo(permissions).map((text) => `  ${style('bad', '✗')} ${text}`),
  ];
}

/** One permission with its number, where it can be left out, and the plugin's reason last, quoted. */
export function permissionLine(permission: Permission, all: readonly Permission[], mark: string): string[] {
  const { text, why } = permission;
  const number = separableOf(all).findIndex(({ id }) => id === permission.id) + 1;
  return [
    `  ${mark} ${number === 0 ? '' : `${number}. `}${text}`,
    ...(why === undefined ? [] : [`       it says: “${printable(why)}”`]),
  ];
}
