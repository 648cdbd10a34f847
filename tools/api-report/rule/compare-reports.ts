import { readDeclarations } from '../report/declarations.ts';

/** How the exported API of one entry point differs from an earlier report; each as `Export: line`. */
export interface ApiChange {
  /** Nothing that used the API before is hurt by these. */
  readonly added: readonly string[];
  /** Removed, changed, or newly required. */
  readonly broken: readonly string[];
}

/** An export that only has another value with each contract; it has a rule of its own. */
const VERSION_EXPORT = 'API_VERSION';
/** A member of a zod object that has to be there. */
const REQUIRED_MEMBER = /^\w+: (?!z\.ZodOptional|z\.ZodDefault)(z\.|typeof )/;

export function compareReports(before: string, after: string): ApiChange {
  const old = readDeclarations(before);
  const fresh = readDeclarations(after);
  const names = [...new Set([...old.keys(), ...fresh.keys()])].filter((name) => name !== VERSION_EXPORT);
  const changes = names.map((name) => compareDeclarations(name, old.get(name), fresh.get(name)));
  return {
    added: changes.flatMap((change) => change.added),
    broken: changes.flatMap((change) => change.broken),
  };
}

type Lines = readonly string[] | undefined;

function compareDeclarations(name: string, before: Lines, after: Lines): ApiChange {
  if (before === undefined) return { added: [`${name}: is new`], broken: [] };
  if (after === undefined) return { added: [], broken: [`${name}: is no longer there`] };
  const gone = without(placesOf(before), placesOf(after));
  const come = without(placesOf(after), placesOf(before));
  const known = new Set(placesOf(before).map(({ key }) => key));
  const isRequired = ({ line, parent }: Place): boolean => known.has(parent) && REQUIRED_MEMBER.test(line);
  return {
    added: come.filter((place) => !isRequired(place)).map(({ line }) => `${name}: ${line}`),
    broken: [...gone, ...come.filter(isRequired)].map(({ line }) => `${name}: ${line}`),
  };
}

/** A line of a declaration and the lines that it stands in. */
interface Place {
  readonly line: string;
  readonly parent: string;
  readonly key: string;
}

function placesOf(lines: readonly string[]): Place[] {
  const open: { readonly depth: number; readonly key: string }[] = [];
  return lines.map((text) => {
    const line = text.trim();
    const depth = text.length - text.trimStart().length;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const parent = open.at(-1)?.key ?? '';
    const key = `${parent}\n${line}`;
    open.push({ depth, key });
    return { line, parent, key };
  });
}

/** What is in `places` more often than in `others`. */
function without(places: readonly Place[], others: readonly Place[]): Place[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return places.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
