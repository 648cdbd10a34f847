/** What a path was found to hold. */
export interface PathMatch {
  readonly params: Readonly<Record<string, string>>;
  readonly matrix: Readonly<Record<string, string>>;
}

/** Compares a path as it stood on the wire with the path of a route; undefined where they differ. */
export function matchPath(pattern: string, path: string): PathMatch | undefined {
  const segments = path.split('/');
  const expected = pattern.split('/');
  if (segments.length !== expected.length) return undefined;
  const params: Record<string, string> = {};
  const matrix: Record<string, string> = {};
  for (const [index, wanted] of expected.entries()) {
    const [found = '', ...parameters] = (segments[index] ?? '').split(';');
    if (!matchSegment(wanted, found, params)) return undefined;
    for (const parameter of parameters) addParameter(matrix, parameter);
  }
  return { params, matrix };
}

function matchSegment(wanted: string, found: string, params: Record<string, string>): boolean {
  if (!wanted.startsWith(':')) return wanted === found;
  const value = decode(found);
  if (value === undefined || value === '') return false;
  params[wanted.slice(1)] = value;
  return true;
}

function addParameter(matrix: Record<string, string>, parameter: string): void {
  const at = parameter.indexOf('=');
  const name = at === -1 ? parameter : parameter.slice(0, at);
  matrix[name] = decode(at === -1 ? '' : parameter.slice(at + 1)) ?? '';
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
