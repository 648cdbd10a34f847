/** Blocks of one eighth to seven eighths of a column. */
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A horizontal bar; what is not nothing can be seen. @param share The filled part of it, from 0 to 1. @param width Columns of a full bar. */
export function formatBar(share: number, width: number): string {
  const filled = Math.min(1, Math.max(0, share)) * width * 8;
  const eighths = filled > 0 ? Math.max(1, Math.round(filled)) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + (PARTS[eighths % 8] ?? '');
}
