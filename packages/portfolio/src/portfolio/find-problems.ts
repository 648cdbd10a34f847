import { toProblem, type Problem, type ProblemDraft } from '@bourse/core/interfaces';
import type { CashBalance } from '../cash/derive-cash.js';
import type { Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';
import type { Book } from '../positions/book.js';
import type { PositionView } from '../positions/position-view.js';
import { findDuplicateProblems } from './find-duplicate-problems.js';
import { findSimilarAccounts } from './find-similar-accounts.js';
import type { Omission } from './omission.js';
import type { PortfolioTotals } from './total-portfolio.js';

interface Findings {
  readonly books: readonly Book[];
  readonly positions: readonly PositionView[];
  readonly cash: readonly CashBalance[];
  readonly totals: PortfolioTotals;
  readonly options: Filter;
}

/** Says what the user has to know about figures that are missing or doubtful. */
export function findProblems(
  data: LedgerData,
  { books, positions, cash, totals, options }: Findings,
): Problem[] {
  return [
    ...positions.flatMap(historyProblem),
    ...books.flatMap((book) => parentProblems(book, data)),
    ...cash.flatMap(balanceProblem),
    ...findSimilarAccounts(data, options.account),
    ...findDuplicateProblems(data, options),
    ...(totals.base === undefined ? [] : rateProblems(totals.base.omitted, totals.base.currency)),
  ].map(toProblem);
}

function historyProblem(position: PositionView): ProblemDraft[] {
  const { instrument, incompleteSince, quantity, recordedQuantity, institution, accountId } = position;
  if (incompleteSince === undefined) return [];
  const place = `${institution}/${accountId}`;
  return [
    {
      code: 'HISTORY_INCOMPLETE',
      message:
        recordedQuantity === undefined
          ? `${instrument.name} (${place}): more went out on ${incompleteSince} than is known to have been there.`
          : `${instrument.name} (${place}): the records add up to ${recordedQuantity}, a statement says ${quantity} (${incompleteSince}).`,
    },
  ];
}

/** Cost that stands twice: with the holding that was spun off, and with the one that it came out of. */
function parentProblems({ account, holdings, unattributed }: Book, { accounts }: LedgerData): ProblemDraft[] {
  const owner = accounts.get(account);
  if (owner === undefined) return [];
  return unattributed.map(({ key, date, cost }) => {
    const amounts = cost.money.toMoney().map(({ amount, currency }) => `${amount} ${currency}`);
    return {
      code: 'HISTORY_INCOMPLETE',
      message: `${holdings.get(key)?.instrument.name ?? key} (${owner.institution}/${owner.accountId}): the spin-off of ${date} gives it a cost of ${amounts.join(' and ')} and does not say which holding that cost comes from. The cost of that holding is too high by as much.`,
    };
  });
}

function balanceProblem({
  difference,
  statement,
  currency,
  institution,
  accountId,
}: CashBalance): ProblemDraft[] {
  if (difference === undefined || statement === undefined) return [];
  return [
    {
      code: 'BALANCE_MISMATCH',
      message: `${institution}/${accountId}: the statement's balance of ${statement.date}, ${statement.amount} ${currency}, differs by ${difference} ${currency} from what the records give.`,
    },
  ];
}

function rateProblems(omitted: readonly Omission[], base: string): ProblemDraft[] {
  const missing = omitted.filter(({ reason }) => reason === 'RATE_MISSING');
  const currencies = new Set(missing.flatMap((omission) => omission.currencies ?? []));
  return [...currencies].sort().map((currency) => {
    const figures = missing.filter((omission) => omission.currencies?.includes(currency));
    const what =
      figures.length === 1
        ? '1 figure; the totals leave it'
        : `${figures.length} figures; the totals leave them`;
    return {
      code: 'RATE_MISSING',
      message: `There is no rate from ${currency} to ${base} for ${what} out.`,
    };
  });
}
