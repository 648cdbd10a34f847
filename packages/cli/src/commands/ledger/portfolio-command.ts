import { derivePortfolio, type CostMethod } from '@bourse/portfolio';
import { Option } from 'commander';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { portfolioLines } from './portfolio-lines.js';
import { readLedger } from './read-ledger.js';

interface Options extends LedgerOptions {
  readonly method: 'average' | 'fifo';
}

/** `bourse portfolio` */
export const addPortfolioCommand: AddCommand = (program, handle) => {
  const command = program
    .command('portfolio')
    .summary('what you own, what it cost and what it is worth')
    .description(
      'What you own over all accounts, what it cost, what it is worth at the last known prices, and what it has brought.',
    )
    .addOption(
      new Option('--method <method>', 'how cost is reckoned').choices(['average', 'fifo']).default('average'),
    );
  addLedgerOptions(command)
    .addHelpText(
      'after',
      examples({
        'bourse portfolio --base USD': 'all of it, added up in US dollars',
        'bourse portfolio --until 2023-12-31 --method fifo':
          'as it stood at the end of a year, first in first out',
        'bourse portfolio --account savings --json': 'one account, every figure exact',
      }),
    )
    .action(
      handle((session, given: Options) => {
        const { data, options } = readLedger(session, given);
        const portfolio = derivePortfolio(data, { ...options, method: METHODS[given.method] });
        return { json: portfolio, lines: (view) => portfolioLines(portfolio, view) };
      }),
    );
};

const METHODS: Readonly<Record<Options['method'], CostMethod>> = { average: 'AVERAGE', fifo: 'FIFO' };
