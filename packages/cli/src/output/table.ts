import stringWidth from 'string-width';
import { cutMiddle, cutText } from './cut-text.js';
import type { Meaning, Style } from './style.js';

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the table is wider than the terminal. */
  readonly shrinks?: boolean;
  /** Keeps its end where it gives way: for names that end in what tells them apart. */
  readonly keepsEnd?: boolean;
  /** Is left out, the least first, before another column shrinks below a readable width. */
  readonly leaves?: number;
}

/** The text of one cell, with its meaning where it has one. Text of strangers has to be printable already. */
export type Cell =
  | string
  | {
      readonly text: string;
      readonly meaning: Meaning;
      /** As of a column. */
      readonly keepsEnd?: boolean;
    };

/** What a table holds. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows below a line, such as totals. */
  readonly footer?: readonly (readonly Cell[])[];
}

const GAP = '  ';
/** A column that gives way keeps at least this width, and this one as long as another column can be left out. */
const LEAST_WIDTH = 8;
const READABLE_WIDTH = 24;

/** Lays a table out in aligned columns. @param width Columns of the terminal; absent where nothing has to be cut. */
export function formatTable(whole: Table, style: Style, width?: number): string[] {
  const table = width === undefined ? whole : withoutLeavingColumns(whole, width);
  const { columns, rows, footer = [] } = table;
  const widths = fit(columns, measure(table), width);
  const line = (cells: readonly Cell[]): string => formatRow(cells, { columns, widths, style });
  const header = line(columns.map(({ title }) => ({ text: title, meaning: 'quiet' })));
  const rule = style('quiet', '─'.repeat(totalWidth(widths)));
  return [header, ...rows.map(line), ...(footer.length === 0 ? [] : [rule, ...footer.map(line)])];
}

/** Leaves out the columns that say nothing in any row. */
export function withoutEmptyColumns(table: Table): Table {
  return keepColumns(table, (index) => table.rows.some((row) => textOf(row[index]) !== ''));
}

/** Leaves out columns that may leave until the others have a readable width. */
function withoutLeavingColumns(table: Table, available: number): Table {
  const { columns } = table;
  const needed = measure(table).map((width, index) =>
    columns[index]?.shrinks === true ? Math.min(width, READABLE_WIDTH) : width,
  );
  const next = columns.reduce<number | undefined>((first, { leaves }, index) => {
    const least = first === undefined ? Infinity : (columns[first]?.leaves ?? Infinity);
    return leaves !== undefined && leaves < least ? index : first;
  }, undefined);
  if (next === undefined || totalWidth(needed) <= available) return table;
  return withoutLeavingColumns(
    keepColumns(table, (index) => index !== next),
    available,
  );
}

function keepColumns({ columns, rows, footer = [] }: Table, isKept: (index: number) => boolean): Table {
  const keep = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => isKept(index));
  return { columns: keep(columns), rows: rows.map(keep), footer: footer.map(keep) };
}

function measure({ columns, rows, footer = [] }: Table): number[] {
  return columns.map(({ title }, index) => {
    const cells = [...rows, ...footer].map((row) => stringWidth(textOf(row[index])));
    return cells.reduce((widest, cell) => Math.max(widest, cell), stringWidth(title));
  });
}

function fit(columns: readonly Column[], widths: readonly number[], available: number | undefined): number[] {
  const fitted = [...widths];
  const shrinking = columns.flatMap(({ shrinks }, index) => (shrinks === true ? [index] : []));
  let excess = available === undefined ? 0 : totalWidth(fitted) - available;
  while (excess > 0) {
    const widest = shrinking.reduce<number | undefined>(
      (best, index) => (best === undefined || (fitted[index] ?? 0) > (fitted[best] ?? 0) ? index : best),
      undefined,
    );
    const current = widest === undefined ? 0 : (fitted[widest] ?? 0);
    if (widest === undefined || current <= LEAST_WIDTH) break;
    fitted[widest] = current - 1;
    excess -= 1;
  }
  return fitted;
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function formatRow(
  cells: readonly Cell[],
  { columns, widths, style }: { columns: readonly Column[]; widths: readonly number[]; style: Style },
): string {
  const line = columns
    .map(({ align, keepsEnd }, index) => {
      const cell = cells[index] ?? '';
      const width = widths[index] ?? 0;
      const keeps = keepsEnd === true || (typeof cell !== 'string' && cell.keepsEnd === true);
      const text = (keeps ? cutMiddle : cutText)(textOf(cell), width);
      const padding = ' '.repeat(Math.max(0, width - stringWidth(text)));
      const shown = typeof cell === 'string' ? text : style(cell.meaning, text);
      return align === 'right' ? padding + shown : shown + padding;
    })
    .join(GAP);
  return line.trimEnd();
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined || typeof cell === 'string' ? (cell ?? '') : cell.text;
}
