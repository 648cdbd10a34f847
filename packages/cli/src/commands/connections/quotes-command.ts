import type { ConnectionSummary } from '@bourse/core';
import { QuotesSchema, type Instrument, type Problem, type Quote } from '@bourse/core/interfaces';
import type { Answer, View } from '../../answer.js';
import { toFailure } from '../../failure.js';
import type { Session } from '../../host/session.js';
import { problemLines } from '../../output/problem-lines.js';
import { formatTable, withoutEmptyColumns } from '../../output/table.js';
import { toSecond } from '../../output/to-second.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { instrumentName } from '../ledger/instrument-name.js';
import { findInstruments } from './find-instrument.js';
import { logInOptions } from './log-in-options.js';
import { offering } from './market-connections.js';
import { wantedInstruments } from './wanted-instruments.js';

/** A quote, and who gave it. */
interface GivenQuote extends Quote {
  readonly connectionId: string;
  /** Simulated, where it is a development connection. */
  readonly environment: 'live' | 'development';
}

/** Instruments that one call may name. */
const AT_ONCE = 100;

/** `bourse quotes` */
export const addQuotesCommand: AddCommand = (program, handle) => {
  program
    .command('quotes')
    .summary('ask your connections for prices')
    .description('Ask your connections for the prices of instruments, as fresh as each gives them.')
    .argument(
      '[instrument...]',
      'symbols, ISINs or names, as the ledger has them; without any, all that you hold',
    )
    .option('--connection <id>', 'ask this one alone')
    .addHelpText(
      'after',
      examples({
        'bourse quotes': 'a price of everything that you hold',
        'bourse quotes ACME US0378331005': 'two prices',
      }),
    )
    .action(
      handle((session, words: readonly string[], { connection }: { connection?: string }) =>
        quote(session, words, connection),
      ),
    );
};

async function quote(session: Session, words: readonly string[], named: string | undefined): Promise<Answer> {
  const wanted = wantedInstruments(session.ledger.read(), words);
  const instruments = eachOnce(wanted.flatMap((each) => each.instruments));
  const quotes: GivenQuote[] = [];
  const problems: Problem[] = [];
  for (const connection of offering(session, 'quote', named)) {
    try {
      quotes.push(...(await askFor(session, connection, instruments)));
    } catch (error) {
      session.signal.throwIfAborted();
      problems.push(toFailure(error));
    }
  }
  const missing = [...new Set(wanted.map(({ word }) => word))].filter(
    (word) => !quotes.some(({ instrument }) => isCalled(instrument, word)),
  );
  return {
    json: { quotes, problems, missing },
    isRefusal: quotes.length === 0,
    lines: (view) => quoteLines({ quotes, problems, missing }, view),
  };
}

async function askFor(
  session: Session,
  { id, name, environment }: ConnectionSummary,
  instruments: readonly Instrument[],
): Promise<GivenQuote[]> {
  const answers = await session.manager.connections.use(
    id,
    async (open) => {
      const answers: unknown[] = [];
      for (const some of chunksOf(instruments, AT_ONCE))
        answers.push(await open.call('quote', 'getQuotes', { instruments: some }, session.signal));
      return answers;
    },
    logInOptions(session, name),
  );
  return answers
    .flatMap((answer) => QuotesSchema.parse(answer))
    .map((given) => ({ ...given, connectionId: id, environment }));
}

/** Two accounts may hold the same. */
function eachOnce(instruments: readonly Instrument[]): Instrument[] {
  return [...new Map(instruments.map((instrument) => [JSON.stringify(instrument), instrument])).values()];
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function isCalled(instrument: Instrument, word: string): boolean {
  return findInstruments({ instruments: new Map([[0, instrument]]) }, word).includes(instrument);
}

function quoteLines(
  {
    quotes,
    problems,
    missing,
  }: { quotes: readonly GivenQuote[]; problems: readonly Problem[]; missing: readonly string[] },
  { style, width }: View,
): string[] {
  const rows = quotes.map(
    ({ instrument, last, bid, ask, currency, at, delay, connectionId, environment }) => [
      instrumentName(instrument),
      last ?? '',
      bid ?? '',
      ask ?? '',
      currency,
      toSecond(at),
      delay.toLowerCase().replaceAll('_', ' '),
      environment === 'live'
        ? connectionId
        : { text: `${connectionId}, simulated`, meaning: 'warning' as const },
    ],
  );
  const columns = [
    { title: 'instrument', shrinks: true },
    { title: 'last', align: 'right' as const },
    { title: 'bid', align: 'right' as const },
    { title: 'ask', align: 'right' as const },
    { title: '' },
    { title: 'at (UTC)' },
    { title: 'delay', leaves: 1 },
    { title: 'from' },
  ];
  return [
    ...(rows.length === 0 ? [] : formatTable(withoutEmptyColumns({ columns, rows }), style, width)),
    ...missing.map((word) => `${style('warning', '!')} Nobody has a price of ${word}.`),
    ...problems.flatMap((problem) => problemLines(problem, 'failure', style)),
  ];
}
