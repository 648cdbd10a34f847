/**
 * Where a table program would begin a formula: at the start of a text, and behind what another program takes for the end of a cell.
 * The wide forms are what East Asian editions take for the same.
 */
const FORMULA_STARTS = /(?<=^|[,;|\t\r\n"])(?=[\t\r]|[^\S\t\r\n]*[=+\-@＝＋－＠])/gu;

/** A value as a cell of a CSV file. Where its text may run as a formula, a `'` stands in front, as table programs have it. */
export function csvCell(value: unknown): string {
  if (value === undefined) return '';
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  const harmless = typeof value === 'number' ? text : text.replace(FORMULA_STARTS, "'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
