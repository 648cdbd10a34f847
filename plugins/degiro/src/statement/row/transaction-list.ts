import { ProblemError } from '@bourse/sdk';
import { foldText } from '../words/fold-text.js';
import { LANGUAGES } from '../words/languages.js';

/** So many columns of the list of transactions tell that a file is one. */
const TELLING = 3;

/** Tells the list of transactions by its folded header; people export it in place of the account statement. */
export function isTransactionList(cells: readonly string[]): boolean {
  return LANGUAGES.some(({ transactionColumns }) => {
    const found = transactionColumns.filter((name) => cells.includes(foldText(name)));
    return found.length >= TELLING;
  });
}

/** Why the list is refused, which tells neither of dividends nor of fees, deposits or currencies. */
export function transactionListRefused(): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: 'This is the list of transactions of DEGIRO, not the account statement.',
    remedy:
      'In DEGIRO open Inbox, Account statement, choose the period, then Export and CSV, and give that file.',
  });
}
