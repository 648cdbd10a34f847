import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRY_POINTS } from '../../api-report/entry-points.ts';
import { ROOT } from '../../root.ts';
import { readBlocks } from '../guide/read-blocks.ts';
import { readReference } from '../reference/reference.ts';
import type { Example } from './example.ts';

const PAGES = [
  'README.md',
  'docs/*.md',
  'docs/types/*.md',
  'docs/adr/*.md',
  'packages/*/README.md',
  'packages/core/src/**/README.md',
  'plugins/*/README.md',
];
const TAG = /^```ts\n([\s\S]*)\n```$/;

/** Every block of TypeScript in a page, but those that are files of a page that a test follows as a whole. */
export function listPageExamples(): Example[] {
  return globSync(PAGES, { cwd: ROOT, exclude: ['**/node_modules/**'] }).flatMap((page) =>
    readBlocks(readFileSync(join(ROOT, page), 'utf8')).flatMap(
      ({ language, title, marks, content }, index) =>
        language === 'ts' && title === undefined
          ? [{ where: `${page}, block ${index}`, code: content, isCompiledOnly: marks.includes('compiled') }]
          : [],
    ),
  );
}

/** Every example in the docstrings of what authors of plugins use. */
export function listDocstringExamples(): Example[] {
  return ENTRY_POINTS.flatMap(({ package: name, subpath }) => {
    const from = `@bourse/${name}${subpath.slice(1)}`;
    const exports = readReference().get(`${name} ${subpath}`) ?? [];
    return exports
      .filter(({ file }) => file.startsWith(`${name}/`))
      .flatMap((shown) =>
        shown.notes.flatMap((note) => {
          const code = TAG.exec(note)?.[1];
          return code === undefined
            ? []
            : [{ where: `${from}, ${shown.name}`, code, from, isCompiledOnly: false }];
        }),
      );
  });
}
