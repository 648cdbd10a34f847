/** How closely a pattern fits, a letter for each of its segments: the later in the alphabet, the more it says. */
export type Fit = string;

const LITERAL = 'c';
const ONE = 'b';
const REST = 'a';

/** How well the segments of a path fit a pattern; undefined where they do not. */
export function fitOf(pattern: string, segments: readonly string[]): Fit | undefined {
  const wanted = pattern.slice(1).split('/');
  // What stands behind a `;` is not seen by every server, so only a literal segment can have it.
  const isPlain = (found: string): boolean => !found.includes(';');
  if (wanted.at(-1) === '**') {
    const rest = segments.slice(wanted.length - 1);
    if (rest.length === 0 || !rest.every(isPlain)) return undefined;
  }
  return compare(
    wanted,
    segments,
    (one, other) => one === other || (one === '*' && other !== '' && isPlain(other)),
  );
}

/**
 * Tells whether a server that is careless about letters, parameters and a slash at the end may take a path for one of a
 * pattern. Whatever can trade is found like this.
 */
export function mayFit(pattern: string, segments: readonly string[]): boolean {
  const wanted = plain(pattern.slice(1).split('/'));
  return compare(wanted, plain(segments), (one, other) => one === other || one === '*') !== undefined;
}

function compare(
  wanted: readonly string[],
  found: readonly string[],
  isSame: (wanted: string, found: string) => boolean,
): Fit | undefined {
  let fit = '';
  for (const [index, segment] of wanted.entries()) {
    if (segment === '**') return fit + REST;
    const own = found[index];
    if (own === undefined || !isSame(segment, own)) return undefined;
    fit += segment === '*' ? ONE : LITERAL;
  }
  return wanted.length === found.length ? fit : undefined;
}

function plain(segments: readonly string[]): string[] {
  const names = segments.map((segment) => fold(segment.split(/;|%3B/i, 1)[0] ?? ''));
  while (names.length > 0 && names.at(-1) === '') names.pop();
  return names;
}

function fold(segment: string): string {
  return decode(segment).normalize('NFKC').toLowerCase();
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
