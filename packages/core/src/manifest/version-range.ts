import semver from 'semver';

/** Many plugins write the same few ranges. */
const known = new Map<string, semver.Range | undefined>();
const MAX_KNOWN = 200;

/** Reads a semver range; undefined when it is none. */
export function toVersionRange(text: string): semver.Range | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size >= MAX_KNOWN) known.clear();
  const range = parse(text);
  known.set(text, range);
  return range;
}

function parse(text: string): semver.Range | undefined {
  try {
    return new semver.Range(text);
  } catch {
    return undefined;
  }
}
