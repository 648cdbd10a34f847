import type { MatrixCell } from '../matrix/matrix-cell.ts';
import { headOf } from './labels.ts';

/** docs/compatibility.md: which released plugin runs on which released core. */
export function renderPage(cells: readonly MatrixCell[], digest: string): string {
  const released = cells.filter(({ row, column }) => row.isReleased && column.core.isReleased);
  const rows = [...Map.groupBy(released, ({ row }) => row)];
  const heads = (rows[0]?.[1] ?? []).map(({ column }) => headOf(column));
  const table = [
    [
      'plugin',
      'claims contract',
      'built with sdk',
      ...heads.map(([core, contract]) => `${core}, contract ${contract}`),
    ],
    ...rows.map(([row, ofRow]) => [
      `${row.id} ${row.version}`,
      `\`${row.api}\``,
      row.builtWith,
      ...ofRow.map(({ outcome }) => outcome),
    ]),
  ];
  return `${[INTRODUCTION, formatMarkdown(table), LEGEND].join('\n\n')}\n\n<!-- inputs ${digest} -->\n`;
}

/** What the page was made from, as it says itself. */
export function digestOnPage(page: string): string | undefined {
  return /<!-- inputs ([0-9a-f]{64}) -->/.exec(page)?.[1];
}

const INTRODUCTION = `# Compatibility

Each cell was run: the released plugin in a cell of the released core, on what was recorded for it (statement files, and
what its institution's emulator answered), its records compared with those of its own release. Written by \`npm run matrix\`,
which also tries the working tree; released packages are kept in \`tools/compat-matrix/releases\`.`;

const LEGEND = formatMarkdown([
  ['word', 'meaning'],
  ['works', 'the same records, on this contract'],
  ['works through adapter', 'the same records; the core speaks a newer major and translates'],
  [
    'refused as declared',
    'the plugin does not claim this contract, and the core refuses it with `API_INCOMPATIBLE`',
  ],
  ['broken', 'neither: the command that writes this page fails'],
]);

/** In columns, as Prettier writes them. */
function formatMarkdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}
