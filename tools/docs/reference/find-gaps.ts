import type { DocumentedExport } from './documented-export.ts';

const DEPRECATION = /^since \d+\.\d+, until \d+\.0: use \S/;

/** Exports without a word of what they are. */
export function findUndocumented(exports: readonly DocumentedExport[]): string[] {
  return exports
    .filter(({ text }) => text === '')
    .map(({ name, file }) => `${file}: ${name} has no docstring`);
}

/** Deprecations that do not say since when, until when, and what to use instead. */
export function findVagueDeprecations(exports: readonly DocumentedExport[]): string[] {
  const said = exports.flatMap(({ name, file, deprecated, members }) => [
    { what: `${file}: ${name}`, deprecated },
    ...members.map((member) => ({ what: `${file}: ${name}.${member.name}`, deprecated: member.deprecated })),
  ]);
  return said
    .filter(({ deprecated }) => deprecated !== undefined && !DEPRECATION.test(deprecated))
    .map(({ what, deprecated }) => `${what}: "@deprecated ${deprecated}" is not "${FORM}"`);
}

const FORM = '@deprecated since X.Y, until Z.0: use <replacement>';
