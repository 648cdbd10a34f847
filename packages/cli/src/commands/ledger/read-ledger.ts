import { ProblemError } from '@bourse/core/interfaces';
import type { LedgerData } from '@bourse/portfolio';
import { findClosest } from '../../arguments/closest.js';
import type { Session } from '../../host/session.js';
import { chooseBase } from './choose-base.js';
import type { LedgerOptions } from './ledger-options.js';

/** A question to the ledger, and what it is asked of. */
export interface LedgerQuestion<Options> {
  readonly data: LedgerData;
  /** The options, with a base currency where the ledger suggests one. */
  readonly options: Options;
}

/**
 * Reads the ledger for a question.
 *
 * @throws ProblemError NOT_FOUND where there is no such account; USAGE where the days are the wrong way round
 */
export function readLedger<Options extends LedgerOptions>(
  session: Session,
  options: Options,
): LedgerQuestion<Options> {
  const { account, since, until } = options;
  if (since !== undefined && until !== undefined && since > until) {
    throw new ProblemError({
      code: 'USAGE',
      message: `There is no day from ${since} until ${until}.`,
      remedy: 'Give the earlier day to --since.',
    });
  }
  const data = session.ledger.read();
  if (account !== undefined) expectAccount(data, account);
  const base = options.base ?? chooseBase(data);
  return { data, options: base === undefined ? options : { ...options, base } };
}

function expectAccount({ accounts }: LedgerData, account: string): void {
  const known = [...accounts.values()].flatMap(({ institution, accountId }) => [
    accountId,
    `${institution}/${accountId}`,
  ]);
  if (known.includes(account)) return;
  const closest = findClosest(account, known);
  const all = [...accounts.values()]
    .map(({ institution, accountId }) => `${institution}/${accountId}`)
    .join(', ');
  throw new ProblemError({
    code: 'NOT_FOUND',
    message: `There is no account "${account}" in the ledger.`,
    remedy:
      closest === undefined
        ? `The accounts are: ${all === '' ? 'none yet' : all}.`
        : `Did you mean "${closest}"?`,
  });
}
