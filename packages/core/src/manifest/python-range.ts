import semver from 'semver';

const CLAUSE = /^(===|==|~=|!=|>=|<=|>|<)\s*([0-9A-Za-z.*+-]+)$/;

/**
 * Translates a Python version specifier (PEP 440) into a semver range: `>=2.0.0,<3.0.0` becomes `>=2.0.0 <3.0.0`.
 * Undefined where semver has no such range, as for `!=`.
 */
export function toSemverRange(specifier: string): string | undefined {
  const clauses = specifier
    .split(',')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .map(translateClause);
  if (clauses.includes(undefined)) return undefined;
  const range = clauses.join(' ');
  return range === '' || semver.validRange(range) === null ? undefined : range;
}

function translateClause(clause: string): string | undefined {
  const [, operator, version] = CLAUSE.exec(clause) ?? [];
  if (operator === undefined || version === undefined || operator === '!=') return undefined;
  if (operator === '~=') return compatible(version);
  return operator.startsWith('==') ? version : `${operator}${version}`;
}

/** `~=1.4.2` means at least 1.4.2 and still 1.4; `~=1.4` at least 1.4 and still 1. */
function compatible(version: string): string | undefined {
  const numbers = version.split('.').map(Number);
  const last = numbers.length - 2;
  if (last < 0 || numbers.some(Number.isNaN)) return undefined;
  const next = numbers.slice(0, last + 1).map((number, index) => (index === last ? number + 1 : number));
  return `>=${version} <${next.join('.')}`;
}
