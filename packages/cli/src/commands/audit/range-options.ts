import type { AuditRange } from '@bourse/core';
import type { Command } from 'commander';
import { parseDate } from '../../arguments/parse-date.js';

const DAY_MS = 86_400_000;

/** Which entries of the audit a command is about. */
export interface RangeOptions {
  readonly since?: string;
  readonly until?: string;
  readonly plugin?: string;
  readonly connection?: string;
}

/** Gives a command the options that choose entries of the audit. */
export function addRangeOptions(command: Command): Command {
  return command
    .option('--since <day>', 'from this day on (UTC), as in 2024-01-01', parseDate)
    .option('--until <day>', 'up to and with this day (UTC)', parseDate)
    .option('--plugin <id>', 'only what is about this plugin')
    .option('--connection <id>', 'only what is about this connection');
}

export function toRange({ since, until, plugin, connection }: RangeOptions): AuditRange {
  return {
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { before: dayAfter(until) }),
    ...(plugin === undefined ? {} : { plugin }),
    ...(connection === undefined ? {} : { connection }),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
