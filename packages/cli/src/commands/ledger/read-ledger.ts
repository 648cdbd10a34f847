import { ProblemError } from '@bourse/core/interfaces';
import { separateSimulated, type AccountEntry, type LedgerData } from '@bourse/portfolio';
import { findClosest } from '../../arguments/closest.js';
import type { Session } from '../../host/session.js';
import { chooseBase } from './choose-base.js';
import { leftOutLine } from './left-out-line.js';
import type { LedgerOptions } from './ledger-options.js';

/** A question to the ledger, and what it is asked of. */
export interface LedgerQuestion<Options> {
  readonly data: LedgerData;
  /** The options, with a base currency where the ledger suggests one. */
  readonly options: Options;
}

/**
 * Reads the ledger for a question; says beside the answer what is simulated and therefore not in it.
 *
 * @throws ProblemError NOT_FOUND where there is no such account, or more than one; USAGE where the days are the wrong way round
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
  const all = session.ledger.read();
  const asked = account === undefined ? {} : { account: findAccount(all, account) };
  const { data, leftOut } = separateSimulated(all, asked);
  const note = leftOutLine(leftOut);
  if (note !== undefined) void session.terminal.writeErrorLines([note]);
  const base = options.base ?? chooseBase(data);
  return {
    data,
    options: {
      ...options,
      ...asked,
      ...(base === undefined ? {} : { base }),
    },
  };
}

/** The account that is called so: by its id, by institution/id, or by its institution where that has no other. */
function findAccount({ accounts }: LedgerData, wanted: string): string {
  const known = [...accounts.values()];
  const isCalled = (name: string): boolean => name.toLowerCase() === wanted.toLowerCase();
  const exact = known.find((account) => account.accountId === wanted || fullName(account) === wanted);
  if (exact !== undefined) return wanted;
  const named = known.filter((account) => isCalled(account.accountId) || isCalled(fullName(account)));
  const found = named.length > 0 ? named : known.filter(({ institution }) => isCalled(institution));
  const [only] = found;
  if (only !== undefined && found.length === 1) return fullName(only);
  const choice = (found.length > 0 ? found : known).map(fullName);
  const closest = found.length > 0 ? undefined : findClosest(wanted, namesOf(known));
  throw new ProblemError({
    code: 'NOT_FOUND',
    message:
      found.length > 1
        ? `"${wanted}" has several accounts.`
        : `There is no account "${wanted}" in the ledger.`,
    remedy:
      closest === undefined
        ? choice.length === 0
          ? 'Import a statement of it first: bourse import <file>'
          : `The accounts are: ${choice.join(', ')}.`
        : `Did you mean "${closest}"?`,
  });
}

function namesOf(accounts: readonly AccountEntry[]): string[] {
  return accounts.flatMap((account) => [account.accountId, account.institution, fullName(account)]);
}

function fullName({ institution, accountId }: AccountEntry): string {
  return `${institution}/${accountId}`;
}
