import type { Account, Period } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { AccountEntry } from './account-entry.js';

/** The sections AccountInformation and CashReport: one entry for each account of a statement. */
export class AccountsReader {
  readonly #output: FlexOutput;
  readonly #period: Period | undefined;
  readonly #entries = new Map<string, AccountEntry>();

  /** @param accountId the account of the statement, which has an entry in any case */
  constructor(output: FlexOutput, accountId: string, period: Period | undefined) {
    this.#output = output;
    this.#period = period;
    this.#entryOf(accountId);
  }

  readInformation(row: FlexRow): void {
    this.#output.attempt(row, () => this.#entryOf(row.account).describe(row));
  }

  readCash(row: FlexRow): void {
    this.#output.attempt(row, () => this.#entryOf(row.account).addCash(row));
  }

  toAccounts(baseCurrency: string | undefined): Account[] {
    return Array.from(this.#entries.values(), (entry) => entry.toAccount(baseCurrency));
  }

  #entryOf(accountId: string): AccountEntry {
    const known = this.#entries.get(accountId);
    if (known !== undefined) return known;
    const entry = new AccountEntry(accountId, this.#period);
    this.#entries.set(accountId, entry);
    return entry;
  }
}
