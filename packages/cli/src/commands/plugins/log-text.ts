import { printable, type LogLine } from '@bourse/core';
import type { Meaning, Style } from '../../output/style.js';

const MEANINGS: Readonly<Record<LogLine['level'], Meaning>> = {
  debug: 'quiet',
  info: 'accent',
  warn: 'warning',
  error: 'bad',
};

/** A line of a plugin's log: when, how weighty, what, and its fields. */
export function logText({ at, level, message, fields }: LogLine, style: Style): string {
  const details = Object.entries(fields).map(([name, value]) =>
    style('quiet', `${printable(name)}=${printable(String(value))}`),
  );
  return [style('quiet', at), style(MEANINGS[level], level.padEnd(5)), printable(message), ...details].join(
    ' ',
  );
}
