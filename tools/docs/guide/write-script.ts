import type { Block } from './read-blocks.ts';

/** What the test does in place of the blocks with these marks. */
export type Replacements = Readonly<Record<string, string>>;

/** Stands in the output between what one block and the next one printed. */
const BORDER = '@@ block';

/** One shell script of all that a reader of the page does, in the same order. */
export function writeScript(blocks: readonly Block[], replacements: Replacements): string {
  const steps = blocks.map((block, index) => [`echo "${BORDER} ${index}"`, ...stepOf(block, replacements)]);
  return ['set -e', ...steps.flat(), ''].join('\n');
}

function stepOf({ language, title, marks, content }: Block, replacements: Replacements): string[] {
  if (title !== undefined) return writeFile(title, content);
  if (language !== 'sh') return [];
  const replaced = marks.find((mark) => mark in replacements);
  return [replaced === undefined ? content : (replacements[replaced] ?? '')];
}

function writeFile(path: string, content: string): string[] {
  return [`mkdir -p "$(dirname '${path}')"`, `cat > '${path}' <<'@@ END'`, `${content}@@ END`];
}

/** What each block printed. */
export function splitOutput(output: string): string[] {
  return output
    .split(new RegExp(`^${BORDER} \\d+$`, 'm'))
    .slice(1)
    .map((text) => text.trim());
}

/** The lines of `expected` that `printed` does not hold in that order; spaces count as one. */
export function findMissingLines(expected: string, printed: string): string[] {
  const lines = printed.split('\n').map(squeeze);
  let from = 0;
  return expected
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '')
    .filter((line) => {
      const at = lines.findIndex((printedLine, index) => index >= from && printedLine.includes(line));
      if (at >= 0) from = at + 1;
      return at < 0;
    });
}

function squeeze(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
