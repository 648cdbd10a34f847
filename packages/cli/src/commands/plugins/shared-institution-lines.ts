import { printable, type PluginDetails, type PluginSummary } from '@bourse/core';
import type { Style } from '../../output/style.js';

/** That others report for the same institution: records are the institution's, so one plugin may change those of another. */
export function sharedInstitutionLines(
  { id, pending, manifest: served }: PluginDetails,
  others: readonly PluginSummary[],
  style: Style,
): string[] {
  const manifest = pending?.manifest ?? served;
  const institution = manifest?.dialect === 'bourse' ? manifest.institution : undefined;
  if (institution === undefined) return [];
  const names = others
    .filter((other) => other.id !== id && other.digest !== undefined && other.institution === institution)
    .map((other) => other.id);
  if (names.length === 0) return [];
  const text = `"${printable(institution)}" is the institution of ${names.join(' and ')} too: what this plugin says of a booking can take the place of what is known of it.`;
  return [`${style('warning', '!')} ${text}`];
}
