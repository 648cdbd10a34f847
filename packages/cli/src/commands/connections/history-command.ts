import type { ConnectionSummary } from '@bourse/core';
import { ProblemError, type Bar, type BarsRequest, type Instrument } from '@bourse/core/interfaces';
import type { Answer, View } from '../../answer.js';
import { parseDate } from '../../arguments/parse-date.js';
import { parseInterval } from '../../arguments/parse-interval.js';
import type { Session } from '../../host/session.js';
import { formatTable } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { instrumentName } from '../ledger/instrument-name.js';
import { findBars, isRefusedQuestion, type GivenBars } from './find-bars.js';
import { findInstruments } from './find-instrument.js';
import { logInOptions } from './log-in-options.js';
import { offering } from './market-connections.js';

interface Options {
  readonly from: string;
  readonly to?: string;
  readonly interval: string;
  readonly adjusted?: boolean;
  readonly connection?: string;
}

/** A page of bars, as the contract checked it. */
interface BarPage {
  readonly items: readonly Bar[];
  readonly cursor?: string;
}

const DAY_MS = 86_400_000;

/** Pages after which a plugin is taken to page for ever. */
const MAX_PAGES = 1_000;

/** `bourse history` */
export const addHistoryCommand: AddCommand = (program, handle) => {
  program
    .command('history')
    .summary('ask your connections for prices of the past')
    .description(
      'Ask your connections for prices of the past, oldest first. The first that has some answers.',
    )
    .argument('<instrument>', 'symbol, ISIN or name, as the ledger has it')
    .requiredOption('--from <day>', 'the first day, as in 2024-01-01', parseDate)
    .option('--to <day>', 'the last day; default: today', parseDate)
    .option('--interval <duration>', 'as in PT1H, P1D or P1W', parseInterval, 'P1D')
    .option('--adjusted', 'as if splits and dividends had been before')
    .option('--connection <id>', 'ask this one alone')
    .addHelpText(
      'after',
      examples({ 'bourse history ACME --from 2024-01-01 --to 2024-01-31': 'one month, day by day' }),
    )
    .action(handle((session, word: string, options: Options) => history(session, word, options)));
};

async function history(session: Session, word: string, options: Options): Promise<Answer> {
  const to = options.to ?? new Date().toISOString().slice(0, 10);
  if (to < options.from)
    throw new ProblemError({ code: 'USAGE', message: `There is no day from ${options.from} to ${to}.` });
  const instruments = findInstruments(session.ledger.read(), word);
  const span = {
    interval: options.interval,
    from: `${options.from}T00:00:00Z`,
    to: new Date(Date.parse(to) + DAY_MS).toISOString(),
    ...(options.adjusted === true ? { adjusted: true } : {}),
  };
  const given = await findBars(
    offering(session, 'history', options.connection),
    (connection) => askFor(session, connection, instruments, span),
    () => !session.signal.aborted,
  );
  if (given === undefined) return { json: { bars: [] }, lines: () => [] };
  return { json: given, lines: (view) => barLines(given, view) };
}

/** A word may mean several instruments, of which an institution knows its own. */
async function askFor(
  session: Session,
  { id, name, environment }: ConnectionSummary,
  instruments: readonly Instrument[],
  span: Omit<BarsRequest, 'instrument'>,
): Promise<GivenBars | undefined> {
  return session.manager.connections.use(
    id,
    async (open) => {
      const ask = async (instrument: Instrument): Promise<GivenBars> => ({
        instrument,
        connectionId: id,
        environment,
        bars: await readPages((cursor) =>
          open.call('history', 'listBars', { instrument, ...span, ...cursor }, session.signal),
        ),
      });
      return findBars(instruments, ask, isRefusedQuestion);
    },
    logInOptions(session, name),
  );
}

async function readPages(ask: (cursor: { cursor?: string }) => Promise<unknown>): Promise<Bar[]> {
  const bars: Bar[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    // The manager has checked it against the contract.
    const answer = (await ask(cursor === undefined ? {} : { cursor })) as BarPage;
    bars.push(...answer.items);
    if (answer.cursor === undefined) break;
    cursor = answer.cursor;
  }
  return bars;
}

function barLines(
  { instrument, bars, connectionId, environment }: GivenBars,
  { style, width }: View,
): string[] {
  const columns = ['start (UTC)', 'open', 'high', 'low', 'close', 'volume'].map((title, index) => ({
    title,
    ...(index === 0 ? {} : { align: 'right' as const }),
  }));
  const rows = bars.map(({ start, open, high, low, close, volume }) => [
    start.slice(0, 16).replace('T', ' '),
    ...[open, high, low, close].map(String),
    volume === undefined ? '' : String(volume),
  ]);
  return [
    style('heading', `${instrumentName(instrument)}, from ${connectionId}`),
    ...(environment === 'development'
      ? [style('warning', 'A development connection: these prices are simulated.')]
      : []),
    ...(bars.length === 0 ? ['No prices in that time.'] : formatTable({ columns, rows }, style, width)),
  ];
}
