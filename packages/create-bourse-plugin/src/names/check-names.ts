import { PluginIdSchema } from '@bourse/core/interfaces';
import validatePackageName from 'validate-npm-package-name';
import { Refusal } from '../refusal.js';
import type { PluginNames } from './plugin-names.js';
import { reservedBecause } from './reserved-names.js';

/** The longest id, as the manifest has it. */
const MAX_LENGTH = 64;
const REMEDY =
  'Take 2 to 64 lower-case letters, digits and single hyphens, beginning with a letter: acme-bank.';

/**
 * Checks that a plugin may have these names.
 * @param taken Ids of the plugins beside the new one
 * @throws Refusal
 */
export function checkNames({ id, packageName }: PluginNames, taken: ReadonlySet<string>): void {
  const fault = faultOf(id);
  if (fault !== undefined)
    throw new Refusal('NAME_INVALID', `${quote(id)} cannot be an id: ${fault}.`, REMEDY);
  const reason = reservedBecause(id);
  if (reason !== undefined)
    throw new Refusal('NAME_RESERVED', `"${id}" is reserved: ${reason}.`, 'Take another name.');
  if (taken.has(id))
    throw new Refusal('NAME_TAKEN', `There is a plugin "${id}" beside it already.`, 'Take another name.');
  checkPackageName(packageName);
}

function checkPackageName(name: string): void {
  const { validForNewPackages, errors = [], warnings = [] } = validatePackageName(name);
  if (validForNewPackages) return;
  throw new Refusal(
    'NAME_INVALID',
    `npm takes no package ${quote(name)}: ${[...errors, ...warnings].join('; ')}.`,
    'Give the id alone, or a package name such as @acme/plugin-broker.',
  );
}

/** What is wrong with an id, in words; undefined where nothing is. */
function faultOf(id: string): string | undefined {
  if (PluginIdSchema.safeParse(id).success) return undefined;
  if (id === '') return 'it is empty';
  if (/[/\\]/.test(id) || id.includes('..')) return 'it would lead to another folder';
  if (id.startsWith('.')) return 'it begins with a dot';
  const foreign = Array.from(id).find((character) => !/[\x20-\x7e]/.test(character));
  if (foreign !== undefined)
    return `the character ${codePointOf(foreign)} is no letter of ASCII, however it looks`;
  if (/\s/.test(id)) return 'it has a space';
  if (/[A-Z]/.test(id)) return 'it has capital letters';
  if (id.length > MAX_LENGTH) return `it has ${id.length} characters, and ${MAX_LENGTH} are the most`;
  if (id.length < 2) return 'it has one character alone';
  if (/^[^a-z]/.test(id)) return 'it does not begin with a letter';
  return 'it has something other than letters, digits and single hyphens between them';
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Shows a name so that nothing in it acts on the terminal. */
function quote(name: string): string {
  const shown = JSON.stringify(name.length > MAX_LENGTH ? `${name.slice(0, MAX_LENGTH)}…` : name);
  return shown.replace(/[^\x20-\x7e…]/g, (character) => `\\u{${codePointOf(character).slice(2)}}`);
}
