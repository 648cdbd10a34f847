import type { BourseManifest, NormalizedManifest } from '../manifest/index.js';
import { printable } from '../text/index.js';
import { networkPermissionsOf } from './network-permissions.js';

/** One thing that a plugin is allowed once it is approved. */
export interface Permission {
  /** Equal for equal rights, so that an update that asks for more is seen. */
  readonly id: string;
  /** In the host's words; what stems from the plugin is printable and quoted. */
  readonly text: string;
  /** The plugin's own reason: text from a stranger. */
  readonly why?: string;
  /** Whether the plugin can be approved without it. */
  readonly isSeparable?: true;
}

/** What a plugin asks for, the weightiest first. */
export function permissionsOf(manifest: NormalizedManifest): Permission[] {
  if (manifest.dialect !== 'bourse') return [];
  return [
    ...networkPermissionsOf(manifest),
    ...openPermissions(manifest.credentials ?? {}),
    ...(manifest.institution === undefined ? [] : [institutionPermission(manifest.institution)]),
    ...statementPermissions(manifest.statements ?? []),
    ...Object.keys(manifest.plugins ?? {}).map((id) => ({
      id: `plugin:${id}`,
      text: `uses the plugin ${quoted(id)}`,
    })),
    ...(manifest.storage === undefined
      ? []
      : [{ id: `storage:${manifest.storage}`, text: `keeps up to ${manifest.storage} of its own` }]),
  ];
}

/** The permissions of `wanted` that were not granted. */
export function missingPermissions(wanted: readonly Permission[], granted: readonly string[]): Permission[] {
  return wanted.filter((permission) => !granted.includes(permission.id));
}

/** Answers are searched for secrets alone, so what was one must not become none by an update. */
function openPermissions(credentials: NonNullable<BourseManifest['credentials']>): Permission[] {
  return Object.entries(credentials)
    .filter(([, { secret, once }]) => secret !== true && once !== true)
    .map(([name, { label }]) => ({
      id: `open:${name}`,
      text: `may see ${quoted(label)} in answers, since it says that this is no secret`,
    }));
}

function institutionPermission(institution: string): Permission {
  return {
    id: `institution:${institution}`,
    text: `reports accounts and records of the institution ${quoted(institution)}`,
  };
}

function statementPermissions(
  signatures: readonly { format: string; extension: string; headerTokens: readonly string[] }[],
): Permission[] {
  const byFormat = new Map<string, Permission>();
  for (const { format, extension } of signatures) {
    const id = `statement:${format}:${extension}`;
    byFormat.set(id, {
      id,
      text: `reads *.${extension} files that look like ${quoted(format)}, when you import them`,
    });
  }
  return [...byFormat.values()];
}

function quoted(text: string): string {
  return `"${printable(text)}"`;
}
