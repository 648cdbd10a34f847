/** The most differences that are told. */
const MOST = 5;

/** Where two JSON values differ: the path of each difference, and what was expected and found there. */
export function differences(expected: unknown, found: unknown): string[] {
  const all = [...differ(expected, found, '')];
  const rest = all.length - MOST;
  return rest > 0 ? [...all.slice(0, MOST), `… and ${rest} more`] : all;
}

function* differ(expected: unknown, found: unknown, path: string): Generator<string> {
  if (isHolder(expected) && isHolder(found) && Array.isArray(expected) === Array.isArray(found)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)]))
      yield* differ(
        Reflect.get(expected, key),
        Reflect.get(found, key),
        path === '' ? key : `${path}.${key}`,
      );
  } else if (!Object.is(expected, found)) {
    yield `${path}: expected ${show(expected)}, found ${show(found)}`;
  }
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
