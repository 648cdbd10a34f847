import { DEFAULT_ACCOUNT_ID, type Account, type Period } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { AccountEntry } from './account-entry.js';

/** The sections AccountInformation and CashReport: one entry for each account of a statement. */
export class AccountsReader {
  readonly #output: FlexOutput;
  readonly #period: Period | undefined;
  readonly #accountId: string;
  readonly #own: AccountEntry;
  readonly #others = new Map<string, AccountEntry>();
  #hasOwnRows = false;

  /** @param accountId the account of the statement; of several accounts `default`, or the name of them all */
  constructor(output: FlexOutput, accountId: string, period: Period | undefined) {
    this.#output = output;
    this.#period = period;
    this.#accountId = accountId;
    this.#own = new AccountEntry(accountId, period);
  }

  /** Takes note of the account of any row: a statement of several accounts is named after none of them. */
  observe(row: FlexRow): void {
    this.#entryOf(row.account);
  }

  readInformation(row: FlexRow): void {
    this.#output.attempt(row, () => this.#entryOf(row.account).describe(row));
  }

  readCash(row: FlexRow): void {
    this.#output.attempt(row, () => this.#entryOf(row.account).addCash(row));
  }

  /** One account of the statement at least, be it without rows. */
  toAccounts(baseCurrency: string | undefined): Account[] {
    const own = this.#own.toAccount(baseCurrency);
    const others = Array.from(this.#others.values(), (entry) => entry.toAccount(baseCurrency));
    if (others.length === 0) return [own];
    if (this.#accountId !== DEFAULT_ACCOUNT_ID) return this.#hasOwnRows ? [own, ...others] : others;
    this.#output.ignore('totals of several accounts', own.source?.rows ?? []);
    return others;
  }

  #entryOf(accountId: string): AccountEntry {
    if (accountId === this.#accountId) {
      this.#hasOwnRows = true;
      return this.#own;
    }
    const known = this.#others.get(accountId);
    if (known !== undefined) return known;
    const entry = new AccountEntry(accountId, this.#period);
    this.#others.set(accountId, entry);
    return entry;
  }
}
