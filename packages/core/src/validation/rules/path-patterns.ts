import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Characters of a literal segment (RFC 3986 pchar without `*`), escapes included. */
const LITERAL = /^(?:[A-Za-z0-9._~!$&'()+,;=:@-]|%[0-9A-F]{2})+$/;

/** A pattern of request paths is made of literal segments, `*` for one segment and a final `**` for the rest. */
export const checkPathPatterns: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  return (manifest.network ?? []).flatMap(({ paths }, permission) =>
    paths.flatMap((pattern, index) => checkPattern(pattern, joinPath(`network[${permission}].paths`, index))),
  );
};

function checkPattern(pattern: string, path: string): readonly Finding[] {
  if (isPathPattern(pattern)) return [];
  const remedy = 'Write segments as they are, "*" for one segment and "**" at the end for the rest.';
  return [error('MANIFEST_INVALID', `"${pattern}" is no path pattern.`, { path }, remedy)];
}

/** Tells whether a pattern needs no more than comparing segments. */
function isPathPattern(pattern: string): boolean {
  if (!pattern.startsWith('/')) return false;
  const segments = pattern.slice(1).split('/');
  return segments.every((segment, index) => isSegment(segment, index === segments.length - 1));
}

function isSegment(segment: string, isLast: boolean): boolean {
  if (segment === '*') return true;
  if (segment === '**' || segment === '') return isLast;
  return segment !== '.' && segment !== '..' && LITERAL.test(segment);
}
