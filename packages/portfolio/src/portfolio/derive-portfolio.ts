import type { Problem } from '@bourse/core/interfaces';
import { deriveCash, type CashBalance } from '../cash/derive-cash.js';
import { isInPeriod } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { keepBooks, type Books, type PositionOptions } from '../positions/keep-books.js';
import type { CostMethod } from '../positions/lots.js';
import { viewPosition, type PositionView } from '../positions/position-view.js';
import { PriceBoard } from '../valuation/price-board.js';
import { findProblems } from './find-problems.js';
import { lastDayOf } from './last-day.js';
import { groupByInstrument, type InstrumentView } from './instrument-view.js';
import { totalPortfolio, type PortfolioTotals } from './total-portfolio.js';

/** What is held, what it has cost, what it is worth and what it has brought. */
export interface Portfolio {
  /** The last day that the figures know of, in the institutions' own calendars. */
  readonly asOf: string;
  readonly method: CostMethod;
  /** By account, then by instrument; also what is held no more. */
  readonly positions: readonly PositionView[];
  /** The same across accounts. */
  readonly instruments: readonly InstrumentView[];
  readonly cash: readonly CashBalance[];
  readonly totals: PortfolioTotals;
  readonly problems: readonly Problem[];
}

/** Derives the portfolio; `since` bounds what counts as realized, everything else is as it stands at the end of `until`. */
export function derivePortfolio(data: LedgerData, options: PositionOptions = {}): Portfolio {
  const books = keepBooks(data, options);
  const asOf = options.until ?? lastDayOf(data);
  const positions = viewPositions(data, books, options, asOf);
  const cash = deriveCash(data, options);
  const totals = totalPortfolio(positions, cash, { converter: books.converter, asOf });
  return {
    asOf,
    method: options.method ?? 'AVERAGE',
    positions,
    instruments: groupByInstrument(positions),
    cash,
    totals,
    problems: findProblems(data, { books: books.books, positions, cash, totals, options }),
  };
}

function viewPositions(
  data: LedgerData,
  { books, converter }: Books,
  options: PositionOptions,
  asOf: string,
): PositionView[] {
  const prices = new PriceBoard(books);
  return books.flatMap((book) => {
    const account = data.accounts.get(book.account);
    if (account === undefined) return [];
    const realizations = Map.groupBy(
      book.realizations.filter(({ date }) => isInPeriod(options, date)),
      ({ key }) => key,
    );
    return [...book.holdings.values()]
      .map((holding) =>
        viewPosition({
          account,
          holding,
          realizations: realizations.get(holding.key) ?? [],
          prices,
          converter,
          asOf,
        }),
      )
      .sort(byName);
  });
}

function byName(left: PositionView, right: PositionView): number {
  const [a, b] = [`${left.instrument.name} ${left.key}`, `${right.instrument.name} ${right.key}`];
  return a < b ? -1 : 1;
}
