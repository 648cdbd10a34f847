import { ENTRY_POINTS } from '../../api-report/entry-points.ts';
import type { DocumentedExport } from './documented-export.ts';
import { ExportReader } from './read-exports.ts';
import { REFERENCE_PAGES, type ReferencePage } from './reference-pages.ts';
import { renderIndex, renderReference } from './render-reference.ts';

let known: ReadonlyMap<string, readonly DocumentedExport[]> | undefined;

/** The exports of all entry points, each once in the life of the program: reading them compiles the packages. */
export function readReference(): ReadonlyMap<string, readonly DocumentedExport[]> {
  known ??= readAll();
  return known;
}

function readAll(): ReadonlyMap<string, readonly DocumentedExport[]> {
  const reader = new ExportReader();
  return new Map(
    ENTRY_POINTS.map((entry) => [keyOf(entry), reader.read(entry.package, entry.subpath)] as const),
  );
}

function keyOf({ package: name, subpath }: { readonly package: string; readonly subpath: string }): string {
  return `${name} ${subpath}`;
}

/** What belongs on a page. */
export function exportsOn(page: ReferencePage): readonly DocumentedExport[] {
  const exports = readReference().get(keyOf(page)) ?? [];
  return exports.filter(({ file }) => page.files.some((beginning) => file.startsWith(beginning)));
}

/** The generated pages by their paths below docs/. */
export const REFERENCE: Readonly<Record<string, () => string>> = {
  'reference/README.md': () => renderIndex(REFERENCE_PAGES),
  ...Object.fromEntries(
    REFERENCE_PAGES.map((page) => [page.path, () => renderReference(page, exportsOn(page))]),
  ),
};
