import { derivePortfolio, type CostMethod } from '@bourse/portfolio';
import { Option } from 'commander';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { explainAnswer } from './explain-answer.js';
import { explainFigure } from './explain.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { portfolioLines } from './portfolio-lines.js';
import { rateHintLines } from './rate-hint-lines.js';
import { readLedger } from './read-ledger.js';

interface Options extends LedgerOptions {
  readonly method: 'average' | 'fifo';
  readonly explain?: string;
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
    .option(
      '--explain <what>',
      'list the records behind a figure: an instrument, a currency for its cash, or "realized"',
    )
    .addHelpText(
      'after',
      examples({
        'bourse portfolio --base USD': 'all of it, added up in US dollars',
        'bourse portfolio --until 2023-12-31 --method fifo':
          'as it stood at the end of a year, first in first out',
        'bourse portfolio --account savings --json': 'one account, every figure exact',
        'bourse portfolio --explain ACME': 'which records of which files a holding comes from',
      }),
    )
    .action(
      handle((session, given: Options) => {
        const { data, options } = readLedger(session, given);
        const query = { ...options, method: METHODS[given.method] };
        if (given.explain !== undefined)
          return explainAnswer(session.ledger, explainFigure(data, query, given.explain));
        const portfolio = derivePortfolio(data, query);
        return {
          json: portfolio,
          lines: (view) => [...portfolioLines(portfolio, view), ...rateHintLines(session.manager, portfolio)],
        };
      }),
    );
};

const METHODS: Readonly<Record<Options['method'], CostMethod>> = { average: 'AVERAGE', fifo: 'FIFO' };
