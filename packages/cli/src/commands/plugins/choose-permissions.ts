import type { Permission } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';

/** What the user said about single permissions, by their numbers in the list. */
export interface PermissionChoice {
  readonly only?: readonly string[];
  readonly without?: readonly string[];
}

/** The permissions that a plugin can be approved without; their numbers are their places in this list, from 1. */
export function separableOf(permissions: readonly Permission[]): Permission[] {
  return permissions.filter(({ isSeparable }) => isSeparable === true);
}

/**
 * Ids of permissions that are left out; undefined where the user said nothing.
 *
 * @throws ProblemError USAGE where there is no such number
 */
export function chooseWithout(
  permissions: readonly Permission[],
  { only, without }: PermissionChoice,
): string[] | undefined {
  const separable = separableOf(permissions);
  const find = (word: string): string => findPermission(separable, word).id;
  if (without !== undefined) return without.map(find);
  if (only === undefined) return undefined;
  const kept = only.map(find);
  return separable.map(({ id }) => id).filter((id) => !kept.includes(id));
}

/** A permission by its number or id. */
export function findPermission(separable: readonly Permission[], word: string): Permission {
  const found = separable.find(({ id }, index) => id === word || String(index + 1) === word);
  if (found !== undefined) return found;
  throw new ProblemError({
    code: 'USAGE',
    message: `There is no permission ${word} that could be left out.`,
    remedy:
      separable.length === 0
        ? 'This plugin has none: it is approved as a whole.'
        : `They have the numbers 1 to ${separable.length}: bourse plugins info <id>`,
  });
}
