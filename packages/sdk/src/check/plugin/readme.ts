import type { CheckedPlugin } from './checked-plugin.js';

/** The section of README.md under a heading, without it; undefined where there is none. */
export function sectionOf(plugin: CheckedPlugin, heading: string): string | undefined {
  const lines = (plugin.readText('README.md') ?? '').split('\n');
  const start = lines.findIndex(
    (line) => /^#{1,6} /.test(line) && line.replace(/^#+ +/, '').trim() === heading,
  );
  if (start === -1) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#{1,2} /.test(line));
  return rest.slice(0, end === -1 ? rest.length : end).join('\n');
}

/** What stands as code in the first cells of the tables of a text. */
export function codesInFirstCells(text: string): string[] {
  const cells = Array.from(text.matchAll(/^\|([^|]*)\|/gm), ([, cell = '']) => cell);
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code));
}

/** Whether a section waits for its text. */
export function isPending(section: string): boolean {
  return /^\s*(todo|tbd)?\W*$/i.test(section);
}

/** Whether a section says that there is nothing to say, or waits for its text. */
export function isWithoutContent(section: string): boolean {
  return isPending(section) || /^\s*none\W*$/i.test(section);
}
