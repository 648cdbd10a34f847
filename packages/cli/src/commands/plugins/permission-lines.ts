import type { Permission } from '@bourse/core';
import type { Style } from '../../output/style.js';

/** What no plugin gets under contract 1.0, whatever it asks for. */
export const REFUSED: readonly string[] = [
  'the network',
  'files, other than the bytes of a statement that you import',
  'environment variables, other programs and the memory of this one',
  'other plugins and their data',
  'passwords and keys',
];

/** What a plugin may do and what it may not, in the host's words. */
export function permissionLines(permissions: readonly Permission[], style: Style): string[] {
  const allowed = permissions.map(({ text }) => `  ${style('good', '✓')} ${text}`);
  return [
    style('heading', 'It may'),
    ...(allowed.length === 0 ? ['  nothing but compute'] : allowed),
    style('heading', 'It may not use'),
    ...REFUSED.map((text) => `  ${style('bad', '✗')} ${text}`),
  ];
}
