import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateFindings, type Finding } from '@bourse/core';

const AUTHORED = 'plugin.json';

/** Findings in the built manifest, placed where the author wrote it; what the build alone has written stays where it is. */
export function placeInSources(findings: readonly Finding[], folder: string): readonly Finding[] {
  const text = readAuthored(folder);
  if (text === undefined) return findings;
  return findings.map((finding) => {
    const { file, path, line } = finding.place;
    if (file !== 'dist/manifest.json' || path === undefined) return finding;
    const placed = locateFindings([{ ...finding, place: { path } }], AUTHORED, text);
    // A member that is missing has no line in either file.
    return placed.find(({ place }) => place.line !== undefined || line === undefined) ?? finding;
  });
}

/** The text of plugin.json; undefined where there is none that can be read. */
function readAuthored(folder: string): string | undefined {
  try {
    const text = readFileSync(join(folder, AUTHORED), 'utf8');
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
