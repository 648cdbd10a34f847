import { alignRows } from '../../table/align-rows.ts';
import { keepsLimit, type Figure } from '../figure.ts';

const COLUMNS = ['', 'name', 'value', 'limit', 'what'] as const;

/** Figures as an aligned table: what has a limit stands out, what it was worked out from follows it. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = [COLUMNS, ...figures.map(toRow)];
  return alignRows(rows, (column) => column === 2 || column === 3).join('\n');
}

function formatValue(value: number, unit: Figure['unit']): string {
  const digits = unit === 'x' || unit === 's' ? 2 : value < 100 && !Number.isInteger(value) ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}

function toRow(figure: Figure): string[] {
  const { name, value, unit, limit, what } = figure;
  const mark = limit === undefined ? '' : keepsLimit(figure) ? '✓' : '✗';
  return [mark, name, formatValue(value, unit), limit === undefined ? '' : formatValue(limit, unit), what];
}
