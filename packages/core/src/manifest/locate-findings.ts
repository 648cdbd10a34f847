import type { Finding } from './finding.js';
import { listMembers } from './json-members.js';
import { printable } from '../text/printable.js';
import { positionAt } from './text-position.js';

/** Names the file in findings that name none, with line and column where their path stands in the JSON text. */
export function locateFindings(
  findings: readonly Finding[],
  file: string,
  text?: string,
): readonly Finding[] {
  if (findings.length === 0) return findings;
  const isPlaced = findings.some(({ place }) => place.file === undefined && place.path !== undefined);
  const offsets = isPlaced && text !== undefined ? offsetsOf(text) : new Map<string, number>();
  return findings.map((finding) => {
    if (finding.place.file !== undefined) return finding;
    const { path } = finding.place;
    const offset = path === undefined ? undefined : offsets.get(path);
    const position = text === undefined || offset === undefined ? {} : positionAt(text, offset);
    return { ...finding, place: { file: printable(file), ...position, ...finding.place } };
  });
}

/** Where the members stand; of a key that stands twice the first. */
function offsetsOf(text: string): ReadonlyMap<string, number> {
  return new Map([...listMembers(text)].reverse().map(({ path, offset }) => [printable(path), offset]));
}
