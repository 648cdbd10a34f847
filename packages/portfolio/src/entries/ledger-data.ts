import type { Account, FxRate, Instrument } from '@bourse/core/interfaces';
import type { PossibleDuplicate } from './duplicates.js';
import type { Entry } from './entry.js';

/** What one statement says of an account. */
export interface AccountStatement {
  readonly account: Account;
  /** The day whose end the closing balances tell of; absent where nothing says it. */
  readonly date: string | undefined;
  /** When the institution made the statement, in UTC, where it says so. */
  readonly generatedAt: string | undefined;
}

export interface AccountEntry {
  readonly key: number;
  readonly institution: string;
  readonly accountId: string;
  /** In the order of imports. */
  readonly statements: readonly AccountStatement[];
}

/** An exchange rate of a known day. */
export interface DatedRate extends FxRate {
  readonly date: string;
}

/** A rate as something that was imported prints it. */
export interface PrintedRate extends DatedRate {
  /** Whose import it comes from. */
  readonly institution: string;
}

/** An import that records of an account come from. */
export interface SimilarSource {
  readonly importId: number;
  readonly name: string;
  /** Whether it is an answer, which another sync gives again. */
  readonly isAnswer: boolean;
}

/**
 * Two accounts of which files and the institution tell so much the same that they may be one, so that it counts twice; or of which the
 * institution told under one number and tells under another now.
 */
export interface SimilarAccounts {
  /** {@link AccountEntry.key} of the one that files brought, or that the institution told of before. */
  readonly stated: number;
  /** Whether the institution told of {@link stated} itself. */
  readonly wasTold: boolean;
  /** Of the one that the institution tells of. */
  readonly told: number;
  /** How many records are in both. */
  readonly common: number;
  /** The imports that {@link stated} comes from. */
  readonly files: readonly SimilarSource[];
}

/** The ledger at one moment, as positions and sums need it. Everything else is a pure function of it. */
export interface LedgerData {
  readonly accounts: ReadonlyMap<number, AccountEntry>;
  readonly instruments: ReadonlyMap<number, Instrument>;
  /** Records that count, in no particular order; of what may be two tales of one event only one. */
  readonly entries: readonly Entry[];
  /** Rates that statements print, in the order of imports. */
  readonly rates: readonly PrintedRate[];
  readonly duplicates: readonly PossibleDuplicate[];
  /** What {@link duplicates} hold back. */
  readonly heldBack: readonly Entry[];
  readonly similarAccounts: readonly SimilarAccounts[];
}
