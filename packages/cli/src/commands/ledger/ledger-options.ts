import type { Command } from 'commander';
import { parseCurrency } from '../../arguments/parse-currency.js';
import { parseDate } from '../../arguments/parse-date.js';

/** Which part of the ledger a command is about, and the currency that it adds up in. */
export interface LedgerOptions {
  readonly account?: string;
  readonly since?: string;
  readonly until?: string;
  readonly base?: string;
}

/** Gives a command the options that all questions to the ledger share. */
export function addLedgerOptions(command: Command): Command {
  return command
    .option('--account <id>', 'only this account: its id, its institution, or institution/id')
    .option('--since <day>', 'from this day on, as in 2024-01-01', parseDate)
    .option('--until <day>', 'up to and with this day', parseDate)
    .option('--base <currency>', 'add up in this currency, where rates are known', parseCurrency);
}
