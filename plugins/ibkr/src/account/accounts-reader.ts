import { DEFAULT_ACCOUNT_ID, type Account, type Period } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { AccountEntry } from './account-entry.js';

/** The sections AccountInformation and CashReport: one entry for each account of a statement. */
export class AccountsReader {
  readonly #output: FlexOutput;
  readonly #period: Period | undefined;
  readonly #isNamed: boolean;
  readonly #entries = new Map<string, AccountEntry>();

  /** @param accountId the account of the statement, which has an entry in any case; of several accounts `default` */
  constructor(output: FlexOutput, accountId: string, period: Period | undefined) {
    this.#output = output;
    this.#period = period;
    this.#isNamed = accountId !== DEFAULT_ACCOUNT_ID;
    this.#entryOf(accountId);
  }

  /** Takes note of the account of any row: a statement of several accounts is named after none of them. */
  observe(row: FlexRow): void {
    if (!this.#isNamed) this.#entryOf(row.account);
  }

  readInformation(row: FlexRow): void {
    this.#output.attempt(row, () => this.#entryOf(row.account).describe(row));
  }

  readCash(row: FlexRow): void {
    this.#output.attempt(row, () => this.#entryOf(row.account).addCash(row));
  }

  toAccounts(baseCurrency: string | undefined): Account[] {
    const accounts = Array.from(this.#entries.values(), (entry) => entry.toAccount(baseCurrency));
    const [unnamed, ...named] = accounts;
    if (this.#isNamed || unnamed === undefined || named.length === 0) return accounts;
    this.#output.ignore('totals of several accounts', unnamed.source?.rows ?? []);
    return named;
  }

  #entryOf(accountId: string): AccountEntry {
    const known = this.#entries.get(accountId);
    if (known !== undefined) return known;
    const entry = new AccountEntry(accountId, this.#period);
    this.#entries.set(accountId, entry);
    return entry;
  }
}
