/** Pads the tables of a page whose columns a name has moved; the others stay as they are. */
export function alignTables(markdown: string): string {
  return markdown.replace(/(?:^\|.*\|\n)+/gm, (table) => {
    const lines = table.trimEnd().split('\n');
    const isAligned = new Set(lines.map(({ length }) => length)).size === 1;
    return isAligned ? table : `${align(lines).join('\n')}\n`;
  });
}

function align(lines: readonly string[]): string[] {
  const rows = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  const isRule = (cell: string): boolean => /^-+$/.test(cell);
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(isRule(cell) ? 3 : cell.length, widest[at] ?? 0)),
    [],
  );
  return rows.map((row) => {
    const cells = row.map((cell, at) => cell.padEnd(widths[at] ?? 0, isRule(cell) ? '-' : ' '));
    return `| ${cells.join(' | ')} |`;
  });
}
