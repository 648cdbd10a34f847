import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import type { QualityRule } from '../quality-rule.js';

/** Steps back from an error in the bundle to the author's line. */
export const sourceMapRule: QualityRule = {
  code: 'BQ204',
  level: 'gold',
  title: 'the source map leads from the bundle to the lines of the author',
  remedy: 'Leave dist/plugin.js.map in "files" of package.json, and keep the sources below src/.',
  needs: 'bundle',
  check: async (plugin) => {
    const { folder } = await plugin.built();
    const map = JSON.parse(readFileSync(join(folder, 'dist', 'plugin.js.map'), 'utf8')) as SourceMapPayload;
    const { files = ['dist'] } = plugin.readJson('package.json');
    const isShipped =
      Array.isArray(files) &&
      files.some((entry) => /^(\.\/)?dist(\/(\*\*?|plugin\.js\.map)?)?$/.test(String(entry)));
    const isMapped = map.sources.some((source) => source.startsWith('../src/')) && leadsToSource(folder, map);
    return [
      ...(isShipped ? [] : [{ place: 'package.json', message: '"files" leaves out dist/plugin.js.map.' }]),
      ...(isMapped ? [] : [{ place: 'dist/plugin.js.map', message: 'It leads to no line of src/.' }]),
    ];
  },
};

/** Whether some place of the bundle leads to a line that is there. */
function leadsToSource(folder: string, payload: SourceMapPayload): boolean {
  const map = new SourceMap(payload);
  const lines = readFileSync(join(folder, 'dist', 'plugin.js'), 'utf8').split('\n');
  return lines.some((line, row) =>
    [0, 0.25, 0.5, 0.75].some((share) => {
      const entry = map.findEntry(row, Math.floor(line.length * share));
      if (!('originalSource' in entry) || !entry.originalSource.startsWith('../src/')) return false;
      const source = readFileSync(join(folder, 'dist', entry.originalSource), 'utf8').split('\n');
      return entry.originalLine < source.length;
    }),
  );
}
