import stringWidth from 'string-width';
import type { Style } from './style.js';

/** Names and values in two columns; values that are absent are left out. */
export function fieldLines(fields: Readonly<Record<string, string | undefined>>, style: Style): string[] {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value }],
  );
  const width = given.reduce((widest, { name }) => Math.max(widest, stringWidth(name)), 0);
  return given.map(({ name, value }) => `  ${style('quiet', name.padEnd(width))}  ${value}`);
}
