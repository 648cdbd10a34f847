import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { ABSENT_GLOBALS, MARKED_PATTERN } from './absent-globals.js';
import { BuildError } from './build-error.js';
import { BUNDLE_PATH, type Bundle } from './bundle-plugin.js';
import { isOwn } from './esbuild/plain-sources.js';
import { finding, type Finding } from './finding.js';

/**
 * Refuses sources of a plugin that name what no cell has. Packages may: they ask first what there is.
 *
 * @param authored With the names marked.
 * @throws BuildError with a finding for each place
 */
export function refuseAbsent({ code, map }: Bundle, folder: string): void {
  const positions = new SourceMap(JSON.parse(map) as SourceMapPayload);
  const findings = code.split('\n').flatMap((text, line) =>
    [...text.matchAll(MARKED_PATTERN)].flatMap(({ index, 1: name = '' }): Finding[] => {
      const place = placeOf(positions.findEntry(line, index), folder);
      if (place === undefined) return [];
      return [finding('SYNTAX_REFUSED', `A cell has no "${name}".`, place, ABSENT_GLOBALS[name])];
    }),
  );
  if (findings.length > 0) throw new BuildError(findings);
}

/** Undefined for what is not the plugin's own. */
function placeOf(entry: ReturnType<SourceMap['findEntry']>, folder: string) {
  if (!('originalSource' in entry)) return undefined;
  const file = resolve(folder, dirname(BUNDLE_PATH), entry.originalSource);
  if (!isOwn(folder, file)) return undefined;
  return {
    file: relative(folder, file).split(sep).join('/'),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}
